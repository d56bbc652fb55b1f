import { readdir } from "node:fs/promises";
import { z } from "zod";
import { type Finding, findingsOf } from "../finding.ts";
import type { Env } from "../readable.ts";
import { connectSupabase } from "./connect.ts";

const { ok, warn, fail } = findingsOf("Supabase");

const names = z.array(z.string());
const report = z.object({
  migrations: names,
  tables_without_rls: names,
  open_functions: names,
  channel_policies: z.number(),
  public_buckets: names,
});
type InstallationReport = z.infer<typeof report>;

const push = "npx supabase link --project-ref <ref>, then npx supabase db push.";

/** Whether the secret key opens the database, and whether the schema there is this one. */
export async function checkDatabase({ supabase }: Env): Promise<Finding[]> {
  const client = connectSupabase(supabase.url, supabase.secretKey);
  const { data, error, status } = await client.rpc("installation_report");
  if (error?.code === "PGRST202") {
    return [fail("Migrations", "The database is empty, or older than this program.", push)];
  }
  if (error?.code === "42501") {
    const mend = "Copy a secret key (sb_secret_...) from Project Settings, API Keys.";
    return [fail("SUPABASE_SECRET_KEY", "It has no more rights than a visitor.", mend)];
  }
  if (status === 401 || status === 403) {
    const mend = "Copy a secret key of this very project from Project Settings, API Keys.";
    return [fail("SUPABASE_SECRET_KEY", `The project refuses it (${status}).`, mend)];
  }
  if (error) {
    const mend = "Look at the project's health and logs in Supabase's dashboard.";
    return [fail("Database", `It does not answer: ${error.message}`, mend)];
  }
  return judge(report.parse(data), await versionsHere());
}

/** The versions of the migrations that belong to this program. */
async function versionsHere(): Promise<string[]> {
  const files = await readdir(new URL("../../../supabase/migrations", import.meta.url));
  return files.flatMap((file) => /^(\d+)_.*\.sql$/.exec(file)?.[1] ?? []).sort();
}

/** What the database's report amounts to, given the versions of the migrations here. */
function judge(found: InstallationReport, versions: readonly string[]): Finding[] {
  const isOpen = (what: string, list: readonly string[], detail: string) =>
    list.length > 0
      ? [fail(what, `${detail}: ${list.join(", ")}.`, "Close them, in a migration.")]
      : [];
  const open = [
    ...isOpen("Row level security", found.tables_without_rls, "Tables without it"),
    ...isOpen("Functions", found.open_functions, "Anybody may call"),
    ...isOpen("Storage", found.public_buckets, "Anybody may read buckets"),
    ...(found.channel_policies === 0
      ? [fail("Channels", "No policy guards realtime.messages.", push)]
      : []),
  ];
  const closed = ok("Policies", "Every table, function, bucket and channel is guarded.");
  return [...judgeMigrations(found.migrations, versions), ...(open.length > 0 ? open : [closed])];
}

function judgeMigrations(applied: readonly string[], here: readonly string[]): Finding[] {
  const missing = here.filter((version) => !applied.includes(version));
  if (missing.length > 0) {
    const detail = `${missing.length} of ${here.length} are not applied, the first ${missing[0]}.`;
    return [fail("Migrations", detail, push)];
  }
  const unknown = applied.filter((version) => !here.includes(version));
  if (unknown.length > 0) {
    const detail = `The database is ahead of this program: ${unknown.join(", ")}.`;
    return [warn("Migrations", detail, "Deploy the version of the program that they belong to.")];
  }
  return [ok("Migrations", `All ${here.length} are applied.`)];
}
