/** Words for Twilio's network quality levels, 0 to 5. https://www.twilio.com/docs/video/using-network-quality-api */
const words = ["lost", "very weak", "weak", "fair", "good", "excellent"] as const;

/** What a quality level means to a person; any other number is read as the nearest level. */
export function qualityWords(level: number): string {
  const known = Math.min(words.length - 1, Math.max(0, Math.round(level)));
  return `Connection: ${words[known]}`;
}
