import type { OwnProfile } from "@/lib/profiles/draft";

interface Completeness {
  /** 0 to 100. */
  percent: number;
  /** What would help most, in words; null when nothing is missing. */
  next: string | null;
}

/** How much of a profile is there for others to like, and what to add next. */
export function completeness(profile: OwnProfile, picture: string | null): Completeness {
  const parts: [points: number, there: boolean, hint: string][] = [
    [30, picture !== null, "Add a picture of yourself: people like a face."],
    [20, profile.bio.trim().length >= 20, "Write a line or two about yourself."],
    [15, profile.interests.length >= 3, "Choose three interests, to have something to talk about."],
    [10, profile.looking_for !== null, "Say what you are looking for."],
    [10, profile.gender !== null, "Say who you are, so that the right people find you."],
    [5, Boolean(profile.occupation), "Say what you do all day."],
    [5, Boolean(profile.hometown), "Say where you are from."],
    [5, profile.languages.length > 0, "Say which languages you speak."],
  ];
  const missing = parts.filter(([, there]) => !there);
  return {
    percent: 100 - missing.reduce((sum, [points]) => sum + points, 0),
    next: missing[0]?.[2] ?? null,
  };
}
