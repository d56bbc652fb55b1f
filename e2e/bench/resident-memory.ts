import { execFileSync } from "node:child_process";

/** What a process holds in memory at present, in megabytes. */
export function residentMegabytes(pid: number): number {
  const kibibytes = execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
  return (Number(kibibytes) * 1024) / 1_000_000;
}
