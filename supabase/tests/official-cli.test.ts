import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { generateTypes } from "../../scripts/db-types.ts";
import { openSupabaseCli, type SupabaseCli } from "../../scripts/supabase-cli.ts";

let cli: SupabaseCli;
beforeAll(async () => {
  cli = await openSupabaseCli();
}, 60_000);
afterAll(() => cli.close());

const report = z.object({
  results: z.array(z.object({ name: z.string(), level: z.string(), detail: z.string() })),
});

test("db push applies every migration to a PostgreSQL server, and a second one finds nothing to do", {
  timeout: 60_000,
}, async () => {
  const said = await cli.run(["db", "push", "--dry-run", "--skip-vault"]);
  expect(said).toContain("up to date");
});

test("the committed database types are those of the migrations; else: npm run db:types", {
  timeout: 60_000,
}, async () => {
  const committed = new URL("../../lib/supabase/database.types.ts", import.meta.url);
  expect(await readFile(committed, "utf8")).toBe(await generateTypes(cli));
});

test("Supabase's advisors find nothing to say about security or speed", {
  timeout: 60_000,
}, async () => {
  const answer = await cli.run(["db", "advisors", "--level=info", "--output-format=json"]);
  const { results } = report.parse(JSON.parse(answer));
  // In a database that nobody has used yet, no index has been.
  expect(results.filter(({ name }) => name !== "unused_index")).toEqual([]);
  expect(results.filter(({ name }) => name === "unused_index").length).toBeGreaterThan(0);
});
