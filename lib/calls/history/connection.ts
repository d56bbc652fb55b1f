/** Words for levels of quality, 0 to 5, as Twilio counts a network: https://www.twilio.com/docs/video/using-network-quality-api */
const words = ["Lost", "Very weak", "Weak", "Fair", "Good", "Excellent"] as const;

/** How well somebody was connected, in words. @param level - 0 to 5; null when nothing measured it */
export function connectionWords(level: number | null): string {
  if (level === null) return "Not measured";
  return words[Math.min(5, Math.max(0, Math.round(level)))] ?? words[3];
}
