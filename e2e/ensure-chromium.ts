// Finds a Chromium for the browser tests or installs one, and says which it is.
import { spawnSync } from "node:child_process";
import { findChromium } from "./chromium.ts";

const quietly = ["install", "--yes", "--no-install-recommends"];

function run(command: string, args: string[]): boolean {
  process.stdout.write(`> ${command} ${args.join(" ")}\n`);
  return spawnSync(command, args, { stdio: "inherit" }).status === 0;
}

function install(): boolean {
  if (run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]))
    return true;
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const packages = ["chromium", "chromium-headless-shell"];
  return (
    run("apt-get", ["update"]) &&
    // Older releases have no light build.
    packages.map((name) => run("apt-get", [...quietly, name])).some(Boolean)
  );
}

const isComplete = findChromium("light") !== null && findChromium("whole") !== null;
if (!isComplete) install();
const found = findChromium();
if (!found) {
  process.stderr.write("No Chromium was found or could be installed. Set CHROMIUM_PATH to one.\n");
  process.exit(1);
}
process.stdout.write(`Browser tests use ${found.path ?? "Playwright's Chromium"}\n`);
