/**
 * When to try again, for a person to read.
 *
 * @param seconds - to wait
 * @returns like "in 40 seconds", "in 5 minutes", "in 3 hours"
 */
export function waitWords(seconds: number): string {
  if (seconds < 90) return `in ${counted(seconds, "second")}`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90
    ? `in ${counted(minutes, "minute")}`
    : `in ${counted(Math.ceil(minutes / 60), "hour")}`;
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
