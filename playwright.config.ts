import { defineConfig, devices } from "@playwright/test";
import { appUrl } from "./e2e/addresses.ts";
import { chromiumOptions } from "./e2e/chromium.ts";

/** Journeys with several cameras. */
const pictures = /(video-call|video-group|groups|lobby)\.test\.ts$/;

export default defineConfig({
  projects: [
    // Two at a time, of which one at most moves pictures: those cost a core each. They come first.
    { name: "rooms", testDir: "e2e/journeys", testMatch: pictures, workers: 1 },
    { name: "journeys", testDir: "e2e/journeys", testIgnore: pictures },
    { name: "pictures", testMatch: "e2e/pictures/{voice,video}.ts" },
    { name: "screenshots", testMatch: "e2e/pictures/screens.ts" },
  ],
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // Calls are real: their browsers, a media server and the app share the machine's cores.
  workers: 2,
  // A machine can stop for longer than the app waits for its database. What passes only the second
  // time is reported as flaky.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: appUrl,
    launchOptions: chromiumOptions(),
    permissions: ["microphone", "camera"],
  },
  webServer: {
    command: "node e2e/serve.ts",
    url: `${appUrl}/api/health`,
    timeout: 240_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    stdout: "pipe",
  },
});
