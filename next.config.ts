import type { NextConfig } from "next";
import { aliases } from "./lib/api/aliases";

const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  {
    key: "Content-Security-Policy",
    value: "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'",
  },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(self), microphone=(self), geolocation=(self)" },
];

const config: NextConfig = {
  poweredByHeader: false,
  // It would lie on the buttons at the foot of a phone's screen; errors are shown all the same.
  devIndicators: false,
  // Left by a server that did not end properly, it has pages reload without end ("HMR hash mismatch").
  experimental: { turbopackFileSystemCacheForDev: false },
  // A variable that is not set stays a question at run time; inlined as empty it takes the sandbox's
  // branch of instrumentation-client.ts out of the bundle.
  env: { NEXT_PUBLIC_SANDBOX_URL: process.env.NEXT_PUBLIC_SANDBOX_URL ?? "" },
  // A redirect on a webhook path would turn Twilio's POST into a GET.
  skipTrailingSlashRedirect: true,
  rewrites: async () => [...aliases],
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

export default config;
