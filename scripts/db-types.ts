import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openSupabaseCli, type SupabaseCli } from "./supabase-cli.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The TypeScript of schema `public` as the migrations leave it, by the official generator. */
export async function generateTypes(cli: SupabaseCli): Promise<string> {
  const source = await cli.run(["gen", "types", "--lang=typescript", "--schema=public"]);
  const { status, stdout, stderr } = spawnSync(
    "node_modules/.bin/biome",
    ["format", "--stdin-file-path=types.ts"],
    {
      cwd: root,
      input: `// Generated from supabase/migrations by \`npm run db:types\`.\n${source.trimStart()}`,
      encoding: "utf8",
    },
  );
  if (status !== 0) throw new Error(`The generated types could not be formatted: ${stderr}`);
  return stdout;
}

if (import.meta.main) {
  const cli = await openSupabaseCli();
  await writeFile(`${root}lib/supabase/database.types.ts`, await generateTypes(cli));
  await cli.close();
  console.log("Wrote lib/supabase/database.types.ts");
}
