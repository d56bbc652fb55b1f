import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { SandboxSupabase, SupabaseOptions } from "./server.ts";
import { signIn, startTestSupabase, visitor } from "./testing/harness.ts";

let directory: string;
let supabase: SandboxSupabase | undefined;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "supabase-"));
  await cp(new URL("./testing/migrations", import.meta.url), directory, { recursive: true });
  supabase = undefined;
});
afterEach(async () => {
  await supabase?.close();
  await rm(directory, { recursive: true });
});

async function start(options?: Partial<SupabaseOptions>): Promise<SandboxSupabase> {
  supabase = await startTestSupabase({ migrationsDir: directory, ...options });
  return supabase;
}

test("data, files and sessions outlive a restart; migrations and seed run once", async () => {
  const options = { dataDir: join(directory, "data"), seedFile: join(directory, "seed") };
  await writeFile(options.seedFile, "create table seeded as select 1 as runs;");
  const before = await start(options);
  const ann = await signIn(before, "ann@example.com");
  await ann.client.storage.from("pictures").upload(`${ann.id}/a.txt`, new Blob(["kept"]));
  const { data } = await ann.client.auth.getSession();
  await before.close();

  await writeFile(join(directory, "20260102000000_more.sql"), "insert into seeded values (2);");
  const after = await start(options);
  expect(await after.query("select * from seeded")).toEqual([{ runs: 1 }, { runs: 2 }]);
  expect(
    await after.query("select version, name from supabase_migrations.schema_migrations"),
  ).toEqual([
    { version: "20260101000000", name: "notes" },
    { version: "20260102000000", name: "more" },
  ]);
  const client = visitor(after);
  await client.auth.setSession(data.session ?? { access_token: "", refresh_token: "" });
  expect((await client.auth.getUser()).data.user?.id).toBe(ann.id);
  const file = await client.storage.from("pictures").download(`${ann.id}/a.txt`);
  expect(await file.data?.text()).toBe("kept");
}, 60_000);

test("a migration that does not run is named, and nothing of it stays", async () => {
  const file = join(directory, "20260103000000_broken.sql");
  await writeFile(file, "create table half (); select nonsense;");
  const dataDir = join(directory, "data");
  await expect(start({ dataDir })).rejects.toThrow(
    /20260103000000_broken\.sql does not run: .*nonsense/,
  );
  await writeFile(file, "create table half (); create table other_half ();");
  expect(await (await start({ dataDir })).query("select from other_half")).toEqual([]);
}, 60_000);

test("a taken port is an error before any file is opened", async () => {
  const { url } = await start();
  const port = Number(new URL(url).port);
  await expect(startTestSupabase({ port, dataDir: join(directory, "data") })).rejects.toMatchObject(
    {
      code: "EADDRINUSE",
    },
  );
}, 60_000);
