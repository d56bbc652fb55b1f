import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { openDatabase } from "../supabase/tests/support/database.ts";
import { supabaseCli } from "./supabase-cli.ts";

const target = new URL("../lib/supabase/database.types.ts", import.meta.url);

/** The TypeScript of schema `public` as the migrations leave it, by the official generator. */
export async function generateTypes(): Promise<string> {
  const db = await openDatabase();
  try {
    const { stdout } = await supabaseCli(db, [
      "gen",
      "types",
      "--lang=typescript",
      "--schema=public",
    ]);
    return format(stdout);
  } finally {
    await db.close();
  }
}

function format(source: string): string {
  const { status, stdout, stderr } = spawnSync("biome", ["format", "--stdin-file-path=types.ts"], {
    input: `// Generated from supabase/migrations by \`npm run db:types\`.\n${source.trimStart()}`,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`biome could not format the generated types: ${stderr}`);
  return stdout;
}

if (import.meta.main) {
  await writeFile(target, await generateTypes());
  console.log("Wrote lib/supabase/database.types.ts");
}
