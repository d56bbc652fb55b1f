import { existsSync } from "node:fs";
import { chmod, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

const ownerOnly = 0o600;

const heading = "# ---- Twilio, as npm run setup:twilio has made it ----";

/** Sets variables in a file; every other line stays as it is. */
export type WriteVariables = (values: Readonly<Record<string, string>>) => Promise<void>;

/**
 * Writes `.env.local` of a directory, for its owner's eyes only. The file as it was before the
 * first write is kept as `.env.local.backup`.
 */
export function openEnvLocal(directory: string): WriteVariables {
  const path = join(directory, ".env.local");
  const backup = `${path}.backup`;
  let isKept = false;
  return async (values) => {
    if (Object.keys(values).length === 0) return;
    const before = existsSync(path) ? await readFile(path, "utf8") : "";
    if (before && !isKept) {
      await writeFile(backup, before, { mode: ownerOnly });
      await chmod(backup, ownerOnly);
    }
    isKept = true;
    const draft = `${path}.new`;
    await writeFile(draft, withVariables(before, values), { mode: ownerOnly });
    await rename(draft, path);
  };
}

/**
 * The text of a .env file with variables set: where a line has the name already (the last one
 * counts), else at the end, below a heading.
 */
export function withVariables(text: string, values: Readonly<Record<string, string>>): string {
  const trimmed = text.replace(/\n+$/, "");
  const lines = trimmed === "" ? [] : trimmed.split("\n");
  for (const [name, value] of Object.entries(values)) {
    const line = `${name}=${quoted(value)}`;
    const setsIt = new RegExp(`^\\s*(export\\s+)?${name}\\s*=`);
    const index = lines.findLastIndex((each) => setsIt.test(each));
    if (index >= 0) lines[index] = line;
    else lines.push(...headingFor(lines), line);
  }
  return `${lines.join("\n")}\n`;
}

function headingFor(lines: readonly string[]): string[] {
  if (lines.includes(heading)) return [];
  return lines.length > 0 ? ["", heading] : [heading];
}

/** Only what the reader of .env files would take for something else is quoted. */
function quoted(value: string): string {
  return /[\s#"'`\\$]/.test(value) ? `'${value}'` : value;
}
