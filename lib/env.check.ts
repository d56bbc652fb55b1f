import "server-only";
import { env } from "@/lib/env";
import { EnvironmentError } from "@/lib/env.schema";

/** Ends the process with a list of what is wrong with its environment, if anything is. */
export function checkEnvironment(): void {
  try {
    env();
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
