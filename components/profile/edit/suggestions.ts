export const interestSuggestions = [
  "Cooking",
  "Live music",
  "Cinema",
  "Hiking",
  "Board games",
  "Reading",
  "Dancing",
  "Climbing",
  "Photography",
  "Museums",
  "Gardening",
  "Running",
  "Cycling",
  "Yoga",
  "Swimming",
  "Baking",
  "Coffee",
  "Dogs",
  "Cats",
  "Travel",
  "Theatre",
  "Crafts",
  "Video games",
  "Volunteering",
] as const;

export const languageSuggestions = [
  "English",
  "Spanish",
  "French",
  "German",
  "Portuguese",
  "Italian",
  "Dutch",
  "Polish",
  "Ukrainian",
  "Turkish",
  "Arabic",
  "Hindi",
  "Mandarin",
  "Japanese",
  "Korean",
  "Sign language",
] as const;

/** As many as the database keeps. */
export const maxInterests = 10;
export const maxLanguages = 8;
