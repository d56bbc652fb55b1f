import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";

/** As Next.js reads them: what an earlier one sets, a later one does not change. */
const files = [".env.local", ".env"] as const;

/**
 * The variables of this process and, where it has none, of the files in `directory`.
 *
 * @returns them, and the names that stand in the files
 */
export function readEnvironment(directory: string, source: NodeJS.ProcessEnv) {
  const variables: NodeJS.ProcessEnv = { ...source };
  const namesInFiles: string[] = [];
  for (const path of files.map((name) => join(directory, name)).filter(existsSync)) {
    const written = Object.entries(parseEnv(readFileSync(path, "utf8")));
    for (const [name, value] of written) variables[name] ??= value;
    namesInFiles.push(...written.map(([name]) => name));
  }
  return { variables, namesInFiles };
}
