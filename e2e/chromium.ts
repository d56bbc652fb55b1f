import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

/**
 * The light build, without a window's furniture, takes a third off the tests' time. It has no
 * notifications and gives devices new ids for every page.
 */
export type Build = "light" | "whole";

const wholePaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const systemPaths: Record<Build, string[]> = {
  light: ["/usr/bin/chromium-headless-shell", ...wholePaths],
  whole: wholePaths,
};

/**
 * Flags for a browser that makes calls without a person: fake microphone and camera, permission
 * given, sound without a gesture, and nothing sent to the browser's maker.
 */
export const chromiumArgs: readonly string[] = [
  "--use-fake-ui-for-media-stream",
  "--use-fake-device-for-media-stream=fps=5",
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

/**
 * A Chromium to test with: the one CHROMIUM_PATH names, else Playwright's own, else the system's.
 *
 * @returns `path` is undefined for Playwright's own, whose builds it finds itself; null when there
 * is none
 */
export function findChromium(build: Build = "light"): { path: string | undefined } | null {
  if (process.env.CHROMIUM_PATH) return { path: process.env.CHROMIUM_PATH };
  if (existsSync(chromium.executablePath())) return { path: undefined };
  const path = systemPaths[build].find((candidate) => existsSync(candidate));
  return path === undefined ? null : { path };
}

/** Playwright's launch options for the light build, with further flags. */
export function chromiumOptions(...args: string[]) {
  return { executablePath: findChromium()?.path, args: [...chromiumArgs, ...args] };
}

/** For `test.use` in a file whose journeys need the whole build. */
export function wholeChromium() {
  const { path } = findChromium("whole") ?? {};
  return {
    channel: path ? undefined : "chromium",
    launchOptions: { executablePath: path, args: [...chromiumArgs] },
  };
}
