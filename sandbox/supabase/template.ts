import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const directory = fileURLToPath(new URL("../../node_modules/.cache/sandbox", import.meta.url));

/**
 * A new database costs PGlite three seconds of work, a copy of an earlier new one
 * less than a second. Tests make many.
 */
export async function readTemplate(): Promise<Blob | undefined> {
  try {
    return new Blob([await readFile(await templatePath())]);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Keeps the files of a new, empty database for the next one. */
export async function writeTemplate(files: Blob): Promise<void> {
  await mkdir(directory, { recursive: true });
  const path = await templatePath();
  // Several test processes may get here at a time.
  const partial = `${path}.${process.pid}`;
  await writeFile(partial, Buffer.from(await files.arrayBuffer()));
  await rename(partial, path);
}

/** Names the version of Lite, which brings its own PGlite. */
async function templatePath(): Promise<string> {
  const manifest = new URL("../../node_modules/@supabase/lite/package.json", import.meta.url);
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(manifest, "utf8")));
  return join(directory, `pglite-${version}.tar`);
}
