const browsers: readonly [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const systems: readonly [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "Chromebook"],
  [/\bMac OS X\b/, "Mac"],
  [/\bLinux\b/, "Linux"],
];

/** What a person knows a browser by, like "Chrome on Android". @param userAgent - its User-Agent header */
export function deviceName(userAgent: string | null): string {
  const find = (names: readonly [RegExp, string][], otherwise: string) =>
    names.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1] ?? otherwise;
  return `${find(browsers, "Browser")} on ${find(systems, "a device")}`;
}
