import type { NextConfig } from "next";
import { aliases } from "./lib/api/aliases";
import { securityHeaders } from "./lib/http/security-headers";

const config: NextConfig = {
  // The container's build: a folder with no more of the packages than is used.
  ...(process.env.BUILD_STANDALONE && { output: "standalone" as const }),
  poweredByHeader: false,
  // It would lie on the buttons at the foot of a phone's screen; errors are shown all the same.
  devIndicators: false,
  // Left by a server that did not end properly, it has pages reload without end ("HMR hash mismatch").
  experimental: { turbopackFileSystemCacheForDev: false },
  // A variable that is not set stays a question at run time; inlined as empty it takes the sandbox's
  // branch of instrumentation-client.ts out of the bundle.
  env: { NEXT_PUBLIC_SANDBOX_URL: process.env.NEXT_PUBLIC_SANDBOX_URL ?? "" },
  turbopack: {
    // A stray lock file further up would make its folder the root.
    root: import.meta.dirname,
    resolveAlias: { "./util/dynamicimport": "./lib/calls/client/room/no-plugins.ts" },
  },
  // A redirect on a webhook path would turn Twilio's POST into a GET.
  skipTrailingSlashRedirect: true,
  rewrites: async () => [...aliases],
  headers: async () => securityHeaders,
};

export default config;
