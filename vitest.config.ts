import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

// Each file is a process that compiles the same packages: a tenth of the work is saved.
process.env.NODE_COMPILE_CACHE ??= path("./node_modules/.cache/compiled");

export default defineConfig({
  resolve: {
    alias: {
      "@": path("."),
      "server-only": path("./node_modules/server-only/empty.js"),
    },
  },
  test: {
    include: ["*.test.ts", "{app,components,lib,sandbox,scripts,supabase}/**/*.test.{ts,tsx}"],
    // Calls wait more than they compute, so that two at a time fit on two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Nothing waits this long unless it fails; a busy machine with two cores is slow.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
