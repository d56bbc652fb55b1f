import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const systemPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** A Chromium to test with: the one CHROMIUM_PATH names, else Playwright's own, else the system's. */
export function findChromium(): string | undefined {
  const candidates = [process.env.CHROMIUM_PATH, chromium.executablePath(), ...systemPaths];
  return candidates.find((path) => path !== undefined && path !== "" && existsSync(path));
}

/**
 * Flags for a browser that makes calls without a person: fake microphone and camera, permission
 * given, sound without a gesture, and nothing sent to the browser's maker.
 */
export const chromiumArgs: readonly string[] = [
  "--use-fake-ui-for-media-stream",
  "--use-fake-device-for-media-stream=fps=10",
  "--autoplay-policy=no-user-gesture-required",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  // Emulating one costs more than drawing without.
  "--disable-gpu",
  "--no-first-run",
  // Chromium's own sandbox refuses to run as root, as containers do.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];
