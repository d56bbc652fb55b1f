import "server-only";
import { parseEnvironment } from "@/lib/env.schema";

export type Env = ReturnType<typeof parseEnvironment>;

let parsed: Env | undefined;

/**
 * The environment, parsed once. Groups of an optional service that is not set are null, and the
 * feature that needs it is not shown.
 *
 * @throws EnvironmentError listing every wrong name at once.
 */
export function env(): Env {
  parsed ??= parseEnvironment(process.env);
  return parsed;
}
