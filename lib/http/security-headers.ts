import { apiPolicy, filePolicy } from "./content-security-policy";

/** Nothing here uses these; nothing that slips in shall. */
const unused = [
  "accelerometer",
  "browsing-topics",
  "gyroscope",
  "hid",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "midi",
  "payment",
  "serial",
  "usb",
  "xr-spatial-tracking",
];
const used = ["camera", "microphone", "geolocation", "display-capture"];

const common = {
  "X-Content-Type-Options": "nosniff",
  // For browsers that do not know frame-ancestors.
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": [
    ...used.map((feature) => `${feature}=(self)`),
    ...unused.map((feature) => `${feature}=()`),
  ].join(", "),
};

/**
 * Headers by path, as Next.js takes them: of two rules that match, the later one counts. A page's
 * own Content-Security-Policy comes from proxy.ts.
 */
export const securityHeaders = [
  rule("/:path*", { ...common, "Content-Security-Policy": filePolicy }),
  rule("/api/:path*", { "Content-Security-Policy": apiPolicy }),
];

function rule(source: string, headers: Record<string, string>) {
  return { source, headers: Object.entries(headers).map(([key, value]) => ({ key, value })) };
}
