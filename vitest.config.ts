import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "@": path("."),
      "server-only": path("./node_modules/server-only/empty.js"),
    },
  },
  test: {
    include: ["*.test.ts", "{app,components,lib,sandbox,supabase}/**/*.test.{ts,tsx}"],
    // Nothing waits this long unless it fails; a busy machine with two cores is slow.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
