/** A place, to about ten kilometres. */
export interface RoughPlace {
  latitude: number;
  longitude: number;
}

const timeoutMs = 15_000;
/** A place of ten minutes ago is good enough. */
const maximumAge = 600_000;

const problems: Record<number, string> = {
  1: "Your browser keeps your location to itself. Allow it for this site in the browser's settings.",
  2: "Your location could not be found. Try again outside, or with Wi-Fi on.",
  3: "Finding your location took too long. Please try again.",
};

/**
 * Asks the browser where it is. Where exactly never leaves it.
 *
 * @throws Error with a sentence for the person
 */
export function locate(): Promise<RoughPlace> {
  return new Promise((resolve, reject) => {
    if (!("geolocation" in navigator)) {
      reject(new Error("This browser cannot tell where you are."));
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({ latitude: rough(coords.latitude), longitude: rough(coords.longitude) }),
      ({ code }) => reject(new Error(problems[code] ?? problems[2])),
      { timeout: timeoutMs, maximumAge },
    );
  });
}

const rough = (degrees: number) => Math.round(degrees * 10) / 10;
