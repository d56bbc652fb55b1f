import { existsSync } from "node:fs";
import { chmod, copyFile, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

const ownerOnly = 0o600;

/**
 * Sets variables in `.env.local` of a directory, for its owner's eyes only. Every other line stays
 * as it is; the file as it was before is kept as `.env.local.backup`.
 */
export async function writeVariables(
  directory: string,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  if (Object.keys(values).length === 0) return;
  const path = join(directory, ".env.local");
  const before = existsSync(path) ? await readFile(path, "utf8") : "";
  if (before) {
    await copyFile(path, `${path}.backup`);
    await chmod(`${path}.backup`, ownerOnly);
  }
  const draft = `${path}.new`;
  await writeFile(draft, withVariables(before, values), { mode: ownerOnly });
  await rename(draft, path);
}

/**
 * The text of a .env file with variables set: where a line has the name already (the last one
 * counts), else at the end.
 */
export function withVariables(text: string, values: Readonly<Record<string, string>>): string {
  const lines = text.replace(/\n+$/, "").split("\n");
  const added: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const line = `${name}=${quoted(value)}`;
    const index = lines.findLastIndex((each) =>
      new RegExp(`^\\s*(export\\s+)?${name}\\s*=`).test(each),
    );
    if (index >= 0) lines[index] = line;
    else added.push(line);
  }
  const kept = text.trim() === "" ? [] : lines;
  const gap = kept.length > 0 && added.length > 0 ? [""] : [];
  return `${[...kept, ...gap, ...added].join("\n")}\n`;
}

/** Only what the reader of .env files would take for something else is quoted. */
function quoted(value: string): string {
  return /[\s#"'`\\$]/.test(value) ? `'${value}'` : value;
}
