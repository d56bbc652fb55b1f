/** Where and how the viewer reads times. */
export interface Place {
  /** IANA name, like Europe/Madrid. */
  timeZone: string;
  /** BCP 47 tag that decides between 12 and 24 hours. */
  locale: string;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(place: Place, name: string, options: Intl.DateTimeFormatOptions) {
  const key = `${name} ${place.locale} ${place.timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(place.locale, { ...options, timeZone: place.timeZone });
  formats.set(key, made);
  return made;
}

/** The calendar day of a moment at a place, as 2026-11-20. */
export function dayKey(date: Date, place: Place): string {
  return format({ ...place, locale: "en-CA" }, "key", { dateStyle: "short" }).format(date);
}

/** Time of day: "22:03" or "10:03 PM". */
export function clockTime(date: Date, place: Place): string {
  return format(place, "clock", { timeStyle: "short" }).format(date);
}

/** Time of day to the second: "22:03:37" or "10:03:37 PM". */
export function exactTime(date: Date, place: Place): string {
  return format(place, "exact", { timeStyle: "medium" }).format(date);
}

function daysBetween(date: Date, now: Date, place: Place): number {
  return (Date.parse(dayKey(now, place)) - Date.parse(dayKey(date, place))) / dayMs;
}

function datePart(date: Date, now: Date, place: Place, weekday: "long" | undefined): string {
  const sameYear = dayKey(date, place).slice(0, 4) === dayKey(now, place).slice(0, 4);
  return format(place, `date ${weekday} ${sameYear}`, {
    ...(weekday ? { weekday } : {}),
    day: "numeric",
    month: weekday ? "long" : "short",
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(date);
}

/** The heading of a day in a thread: "Today", "Yesterday", "Friday", "Friday, November 6". */
export function dayWords(date: Date, now: Date, place: Place): string {
  const days = daysBetween(date, now, place);
  if (days <= 0) return "Today";
  if (days === 1) return "Yesterday";
  if (days < 7) return format(place, "weekday", { weekday: "long" }).format(date);
  return datePart(date, now, place, "long");
}

/** When something last happened, for a narrow column: "22:03", "Yesterday", "Fri", "Nov 6". */
export function shortWhen(date: Date, now: Date, place: Place): string {
  const days = daysBetween(date, now, place);
  if (days <= 0) return clockTime(date, place);
  if (days === 1) return "Yesterday";
  if (days < 7) return format(place, "weekday short", { weekday: "short" }).format(date);
  return datePart(date, now, place, undefined);
}

/** When something happened, to the second: "10:03:37 PM", "Yesterday, 10:03:37 PM", "Nov 6, 10:03:37 PM". */
export function exactWhen(date: Date, now: Date, place: Place): string {
  const time = exactTime(date, place);
  return daysBetween(date, now, place) <= 0 ? time : `${shortWhen(date, now, place)}, ${time}`;
}

/** A day without its weekday, before or after now: "Nov 6"; with the year unless it is this one. */
export function dateWords(date: Date, now: Date, place: Place): string {
  return datePart(date, now, place, undefined);
}

/** Two heartbeats: after so long without one a person no longer counts as online. */
const onlineMs = 90_000;

/** @param lastSeen - the last heartbeat; null when none is known */
export function isOnline(lastSeen: Date | null, now: Date): boolean {
  return lastSeen !== null && now.getTime() - lastSeen.getTime() <= onlineMs;
}

/** "Online", "Here 5 min ago", "Here yesterday"; empty when nothing is known. */
export function presenceWords(lastSeen: Date | null, now: Date, place: Place): string {
  if (!lastSeen) return "";
  if (isOnline(lastSeen, now)) return "Online";
  const minutes = Math.round((now.getTime() - lastSeen.getTime()) / minuteMs);
  if (minutes < 60) return `Here ${minutes} min ago`;
  const days = daysBetween(lastSeen, now, place);
  if (days <= 0) return `Here ${Math.round(minutes / 60)} h ago`;
  if (days === 1) return "Here yesterday";
  if (days < 7) return `Here ${days} days ago`;
  return "Here a while ago";
}

/** A day in full, for what must not be mistaken: "December 5, 2026". */
export function fullDate(date: Date, place: Place): string {
  return format(place, "full date", { dateStyle: "long" }).format(date);
}
