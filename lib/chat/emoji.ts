/** What a message can be answered with, by how it is called. The first six are at hand. */
const names: Readonly<Record<string, string>> = {
  "❤️": "Heart",
  "😂": "Tears of joy",
  "😍": "Heart eyes",
  "😮": "Surprise",
  "😢": "Sadness",
  "👍": "Thumbs up",
  "🔥": "Fire",
  "🥰": "Affection",
  "😘": "Kiss",
  "😊": "Smile",
  "😁": "Grin",
  "🤣": "Rolling with laughter",
  "😅": "Relief",
  "😉": "Wink",
  "😏": "Smirk",
  "😎": "Cool",
  "🤩": "Starry eyes",
  "🥺": "Pleading",
  "🤗": "Hug",
  "🤔": "Thinking",
  "🙈": "Shy monkey",
  "😳": "Blush",
  "😴": "Sleep",
  "🙄": "Rolling eyes",
  "😬": "Grimace",
  "😭": "Crying",
  "😡": "Anger",
  "💔": "Broken heart",
  "💜": "Purple heart",
  "✨": "Sparkles",
  "🎉": "Party",
  "👏": "Applause",
  "🙏": "Thanks",
  "💪": "Strength",
  "👀": "Eyes",
  "👋": "Wave",
  "👎": "Thumbs down",
  "🤞": "Fingers crossed",
  "🌹": "Rose",
  "☕": "Coffee",
  "🍷": "Wine",
};

const known = Object.keys(names);

/** At hand at once: six emoji. */
export const quickEmoji: readonly string[] = known.slice(0, 6);

/** The others, in rows of seven. */
export const moreEmoji: readonly string[] = known.slice(6);

/** What an emoji is called; one of somebody else's choice speaks for itself. */
export function emojiName(emoji: string): string {
  return names[emoji] ?? emoji;
}
