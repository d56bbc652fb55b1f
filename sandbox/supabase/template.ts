import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const directory = fileURLToPath(new URL("../../node_modules/.cache/sandbox", import.meta.url));

/** As many as are kept; each takes 44 MB. */
const most = 6;

/**
 * The files of an earlier new database of that name. Making one costs PGlite three seconds of work,
 * copying it less than one.
 */
export async function readTemplate(name: string): Promise<Blob | undefined> {
  try {
    return new Blob([await readFile(await templatePath(name))]);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Keeps the files of a new database for the next one of its name, and drops the oldest templates. */
export async function writeTemplate(name: string, files: Blob): Promise<void> {
  await mkdir(directory, { recursive: true });
  const path = await templatePath(name);
  // Several test processes may get here at a time.
  const partial = `${path}.${process.pid}`;
  await writeFile(partial, Buffer.from(await files.arrayBuffer()));
  await rename(partial, path);
  await dropOldest();
}

async function dropOldest(): Promise<void> {
  const paths = (await readdir(directory))
    .filter((file) => file.endsWith(".tar"))
    .map((file) => join(directory, file));
  const aged = await Promise.all(
    paths.map(async (path) => ({ path, at: (await stat(path)).mtimeMs })),
  );
  const old = aged.toSorted((a, b) => b.at - a.at).slice(most);
  await Promise.all(old.map(({ path }) => rm(path, { force: true })));
}

/** Names the version of Lite, which brings its own PGlite. */
async function templatePath(name: string): Promise<string> {
  const manifest = new URL("../../node_modules/@supabase/lite/package.json", import.meta.url);
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(manifest, "utf8")));
  return join(directory, `pglite-${version}-${name.slice(0, 16)}.tar`);
}
