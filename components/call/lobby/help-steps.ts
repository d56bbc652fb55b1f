/** Enough of `navigator` to tell browsers and systems apart. */
interface Browser {
  userAgent: string;
  maxTouchPoints: number;
}

/** Devices as the browser's settings call them. */
type Devices = "Camera" | "Microphone" | "Camera and Microphone";

/** iPads say that they are Macs, which have no touch screen. */
const isApplePhone = ({ userAgent, maxTouchPoints }: Browser) =>
  /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);

/**
 * How to allow devices again in the browser at hand, one step a sentence.
 *
 * @param devices - as they are called in settings
 */
export function allowInBrowser(devices: Devices, browser: Browser): string[] {
  const { userAgent } = browser;
  if (isApplePhone(browser)) {
    const app = /CriOS/.test(userAgent) ? "Chrome" : /FxiOS/.test(userAgent) ? "Firefox" : null;
    if (app) return [`Open the Settings app, then ${app}.`, `Switch on ${devices}.`];
    return [
      "Tap the page button at the left of the address.",
      `Open Website Settings and set ${devices} to Allow.`,
    ];
  }
  if (/Firefox/.test(userAgent)) {
    return [
      "Click the crossed-out camera or microphone beside the address.",
      `Remove “Blocked” for ${devices}.`,
    ];
  }
  if (/Android/.test(userAgent)) {
    return ["Tap the icon at the left of the address.", `Open Permissions and allow ${devices}.`];
  }
  if (/Chrome/.test(userAgent)) {
    return ["Click the icon at the left of the address.", `Switch on ${devices}.`];
  }
  return ["In the menu Safari, open Settings for this website.", `Set ${devices} to Allow.`];
}

/** How to have the system let the browser use devices, one step a sentence. */
export function allowInSystem(devices: Devices, browser: Browser): string[] {
  const { userAgent } = browser;
  if (isApplePhone(browser)) {
    return [
      "Open the Settings app, then Privacy & Security.",
      `Allow ${devices} for this browser.`,
    ];
  }
  if (/Macintosh/.test(userAgent)) {
    return [
      "Open System Settings, then Privacy & Security.",
      `Switch this browser on under ${devices}.`,
    ];
  }
  if (/Android/.test(userAgent)) {
    return [
      "Open Settings, then Apps, then this browser.",
      `Open Permissions and allow ${devices}.`,
    ];
  }
  if (/Windows/.test(userAgent)) {
    return [
      "Open Settings, then Privacy & security.",
      `Under ${devices}, let desktop apps use it.`,
    ];
  }
  return [`In your system's privacy settings, allow ${devices} for this browser.`];
}
