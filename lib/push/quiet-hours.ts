export interface QuietHours {
  /** HH:MM or HH:MM:SS; null for none. */
  from: string | null;
  to: string | null;
  /** IANA name. */
  timeZone: string;
}

/**
 * Whether somebody is not to be disturbed now. From is part of the quiet, to is not; hours may span
 * midnight. They follow the clock on the wall, through summer time and winter time.
 */
export function isQuiet({ from, to, timeZone }: QuietHours, now: Date): boolean {
  if (!from || !to) return false;
  const [start, end, time] = [from.slice(0, 5), to.slice(0, 5), clockIn(timeZone, now)];
  return start < end ? time >= start && time < end : time >= start || time < end;
}

function clockIn(timeZone: string, now: Date): string {
  const options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  try {
    return now.toLocaleTimeString("en-GB", { ...options, timeZone });
  } catch (error) {
    // A zone that this server does not know.
    if (!(error instanceof RangeError)) throw error;
    return now.toLocaleTimeString("en-GB", { ...options, timeZone: "UTC" });
  }
}
