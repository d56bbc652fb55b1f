import "server-only";
import { discreet, log } from "@/lib/log";

/**
 * Has what Next.js and packages print as errors and warnings become lines of the log: one each, and
 * without the numbers and addresses that an error quotes.
 */
export function logConsole(): void {
  for (const level of ["error", "warn"] as const) {
    console[level] = (...parts: unknown[]) => {
      const words = parts.filter((part) => typeof part === "string").map(discreet);
      const error = parts.find((part) => typeof part === "object" && part !== null);
      log[level]({ source: "console", ...(error && { error }) }, words.join(" ") || "printed");
    };
  }
}
