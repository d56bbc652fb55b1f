import type { Place } from "@/lib/time/words";

/** Cookie in which the browser tells the server where it is, so that both write the same times. */
export const placeCookie = "place";

const unknownPlace: Place = { timeZone: "UTC", locale: "en-US" };

/** `Europe/Madrid|en-GB` */
export function writePlace({ timeZone, locale }: Place): string {
  return `${timeZone}|${locale}`;
}

/** Reads the cookie; UTC and American English when it is absent or not usable. */
export function readPlace(value: string | undefined): Place {
  const [timeZone = "", locale = ""] = (value ?? "").split("|");
  try {
    new Intl.DateTimeFormat(locale, { timeZone });
    return timeZone && locale ? { timeZone, locale } : unknownPlace;
  } catch {
    return unknownPlace;
  }
}

/** Where this browser is. The app speaks English; of the locale only the way to write times counts. */
export function browserPlace(): Place {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const english = navigator.languages.find((language) => language.startsWith("en"));
  const hours12 = new Intl.DateTimeFormat(navigator.language, { hour: "numeric" }).resolvedOptions()
    .hour12;
  return { timeZone: timeZone || "UTC", locale: english ?? (hours12 ? "en-US" : "en-GB") };
}
