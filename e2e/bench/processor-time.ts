import { readFile } from "node:fs/promises";

const ticksPerSecond = 100;

/**
 * Processor time that a process has used so far, in milliseconds. Linux tells it in
 * /proc/<pid>/stat (proc_pid_stat(5)); NaN elsewhere.
 */
export async function processorTime(pid: number): Promise<number> {
  if (process.platform !== "linux") return Number.NaN;
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  // The name before the last parenthesis may hold spaces; user and system time are 12 fields on.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}
