import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { startSandboxEnv } from "@/e2e/integration/sandbox-env";
import { close, listen } from "@/sandbox/listen";
import { clientOf } from "@/sandbox/twilio/testing/client";
import { examine } from "./examine.ts";
import { report } from "./report.ts";

const sandbox = await startSandboxEnv({
  CALL_ALLOWED_COUNTRIES: "US,CA",
  VAPID_SUBJECT: "mailto:push@duet.dating",
});
const { supabase, twilio } = sandbox;
sandbox.serve({
  "/api/health": () => import("@/app/api/health/route"),
  "/api/health/live": () => import("@/app/api/health/live/route"),
  "/api/twilio/voice/fallback": () => import("@/app/api/twilio/voice/fallback/route"),
  "/api/cron/accounts": () => import("@/app/api/cron/accounts/route"),
});
/** Past the proxy of the tests, which carries no sockets. */
const direct = { NEXT_PUBLIC_SUPABASE_URL: supabase.url };
const hex = (digit: string) => digit.repeat(32);
const scheduled = ["accounts", "reconcile", "housekeeping", "alerts"];

/** What the doctor prints about the sandbox's installation with some variables changed. */
async function doctor(changes: Record<string, string> = {}, namesInFiles: string[] = []) {
  const findings = await examine({ ...process.env, ...direct, ...changes }, namesInFiles);
  const printed = report(findings);
  for (const name of ["TWILIO_AUTH_TOKEN", "TWILIO_API_SECRET", "SUPABASE_SECRET_KEY"]) {
    expect(printed).not.toContain(process.env[name]);
  }
  for (const { state, mend } of findings) {
    expect(Boolean(mend)).toBe(state === "fail" || state === "warn");
  }
  return printed;
}

/** Runs SQL now, and what takes it back once the test is over. */
async function spoil(sql: string, mend: string) {
  await supabase.script(sql);
  onTestFinished(() => supabase.script(mend));
}

beforeEach(async () => {
  await supabase.query("delete from public.job_runs");
  for (const job of scheduled) {
    await supabase.query(
      "insert into public.job_runs (job, finished_at, outcome) values ($1, now(), '{}')",
      [job],
    );
  }
});

test("an installation that is set up as it should be gets no complaint", async () => {
  const printed = await doctor();
  expect(printed).not.toMatch(/[✗!–]/);
  for (const what of [
    "Variables: All that are set are well-formed.",
    "VAPID keys: They are a pair.",
    "Keys: Each is of the right kind.",
    "Auth: It answers, and only the server makes accounts.",
    "Signing keys: Sessions are verified without a round trip",
    "Policies: Every table, function, bucket and channel is guarded.",
    "Realtime: Channels are private, and visitors are kept out.",
    "API key: TWILIO_API_KEY and TWILIO_API_SECRET work.",
    "Pool number: +15005550011 can do what it is for, and leads here.",
    "Calls abroad: Twilio calls US, CA and no others.",
    "Texts abroad: Twilio texts US, CA.",
    "Health: All that the app needs answers it.",
    "Signatures: What Twilio signs is taken, anything else refused.",
    "CRON_SECRET: Scheduled work is closed to others.",
    "/api/cron/reconcile: It ran just now.",
  ]) {
    expect(printed).toContain(`✓ ${what}`);
  }
  expect(printed).toMatch(/✓ Migrations: All \d\d are applied\./);
  expect(printed).toContain("All is well.");
});

test.each<[string, Record<string, string>, RegExp]>([
  ["a missing variable", { APP_SECRET: "" }, /✗ APP_SECRET: It is missing\.\n\s+Set it in/],
  ["a malformed SID", { TWILIO_ACCOUNT_SID: "AC1" }, /✗ TWILIO_ACCOUNT_SID: It must be AC and 32/],
  [
    "a variable without the one that goes with it",
    { ALERT_WEBHOOK_URL: "https://hooks.duet.dating/x", ALERT_WEBHOOK_SECRET: "" },
    /✗ ALERT_WEBHOOK_SECRET: It is missing, though[\s\S]*✓ Account/,
  ],
  [
    "keys of two pairs",
    { VAPID_PRIVATE_KEY: "A".repeat(42).concat("E") },
    /✗ VAPID keys: VAPID_PRIVATE_KEY does not belong.*\n.*generate-vapid-keys/,
  ],
  [
    "the sandbox's secret in production",
    { DEPLOYMENT_ENV: "production" },
    /✗ APP_SECRET: It is the sandbox's.*\n.*openssl rand/,
  ],
  [
    "a secret key that browsers would get",
    { NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: supabase.secretKey },
    /✗ NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: It is a secret key.*\n.*Revoke/,
  ],
  [
    "a publishable key in place of the secret one",
    { SUPABASE_SECRET_KEY: supabase.publishableKey },
    /✗ SUPABASE_SECRET_KEY: It is no secret key[\s\S]*✗ SUPABASE_SECRET_KEY: It has no more rights/,
  ],
  [
    "the secret key of another project",
    { SUPABASE_SECRET_KEY: "sb_secret_of-another-project" },
    /✗ SUPABASE_SECRET_KEY: The project refuses it/,
  ],
  [
    "the publishable key of another project",
    { NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "sb_publishable_of-another-project" },
    /✗ Auth: It refuses the publishable key \(401\)/,
  ],
  [
    "an address where no project is",
    { NEXT_PUBLIC_SUPABASE_URL: "http://127.0.0.1:9" },
    /✗ Auth: http:\/\/127\.0\.0\.1:9 does not answer as Supabase does/,
  ],
  ["a wrong token", { TWILIO_AUTH_TOKEN: hex("0") }, /✗ Account: .*20003.*\n.*auth token/],
  [
    "an app that runs with another token",
    { TWILIO_AUTH_TOKEN: hex("0") },
    /✗ Signatures: The app refuses what Twilio signs \(403\)\.\n.*TWILIO_AUTH_TOKEN/,
  ],
  ["a wrong API secret", { TWILIO_API_SECRET: hex("0") }, /✗ API key: .*20003.*\n.*setup:twilio/],
  ["an unknown TwiML App", { TWILIO_TWIML_APP_SID: `AP${hex("0")}` }, /✗ TwiML App: .*20404/],
  [
    "an unknown Verify service",
    { TWILIO_VERIFY_SERVICE_SID: `VA${hex("0")}` },
    /✗ Verify service: .*20404/,
  ],
  [
    "a number of somebody else",
    { TWILIO_PHONE_NUMBER: "+14155550199" },
    /✗ Phone number: .*does not belong to the account/,
  ],
  [
    "URLs that lead elsewhere",
    { PUBLIC_URL: "http://127.0.0.1:9" },
    /✗ TwiML App: Its voice URL is .*, not http:\/\/127\.0\.0\.1:9\/api\/twilio\/voice\/incoming[\s\S]*✗ Pool number: \+15005550011: its voice URL is/,
  ],
  [
    "an address that nobody answers",
    { PUBLIC_URL: "http://127.0.0.1:9" },
    /✗ PUBLIC_URL: http:\/\/127\.0\.0\.1:9 is not this app/,
  ],
  [
    "a country that Twilio neither calls nor texts",
    { CALL_ALLOWED_COUNTRIES: "US,CA,GB" },
    /✗ Calls abroad: Twilio calls no numbers of GB[\s\S]*✗ Texts abroad: Twilio texts no numbers of GB/,
  ],
  [
    "a country that Twilio calls for nothing",
    { CALL_ALLOWED_COUNTRIES: "GB" },
    /! Calls abroad: Twilio would call US/,
  ],
  [
    "limits that are off",
    { RATE_LIMIT_FACTOR: "100" },
    /! RATE_LIMIT_FACTOR: .* multiplied by 100/,
  ],
])("%s is found, with what to do", async (_what, changes, expected) => {
  expect(await doctor(changes)).toMatch(expected);
});

test("a name that nothing reads is pointed out", async () => {
  const misspelt = ["TWILIO_AUTHTOKEN", "RECORDING_RETENTION"];
  const printed = await doctor({}, [...misspelt, "APP_SECRET", "EDITOR"]);
  for (const name of misspelt) {
    expect(printed).toContain(`! ${name}: Nothing reads a variable of this name.`);
  }
  expect(printed).not.toContain("EDITOR");
});

test("a project that is left open is found open", async () => {
  Object.assign(supabase.settings, { publicChannels: true, signUp: true });
  onTestFinished(() => {
    Object.assign(supabase.settings, { publicChannels: false, signUp: false });
  });
  await spoil(
    "create table public.forgotten (id int); grant execute on function public.can_reach to anon;",
    "drop table public.forgotten; revoke execute on function public.can_reach from anon;",
  );
  const printed = await doctor();
  expect(printed).toContain("✗ Realtime: Anybody can open channels of their own.");
  expect(printed).toContain("✗ Sign-ups: Anybody can open accounts past the codes");
  expect(printed).toContain("✗ Row level security: Tables without it: forgotten.");
  expect(printed).toContain("✗ Functions: Anybody may call: can_reach.");
});

test("a migration that is missing, or ahead of the program, is named", async () => {
  const table = "supabase_migrations.schema_migrations";
  const [last] = await supabase.query<{ version: string }>(
    `select max(version) as version from ${table}`,
  );
  const version = last?.version ?? "";
  await spoil(
    `update ${table} set version = '20990101000000' where version = '${version}'`,
    `update ${table} set version = '${version}' where version = '20990101000000'`,
  );
  expect(await doctor()).toMatch(
    new RegExp(`✗ Migrations: 1 of \\d+ are not applied, the first ${version}\\.\n.*db push`),
  );
  await supabase.query(`insert into ${table} (version, name) values ($1, 'back')`, [version]);
  expect(await doctor()).toContain("! Migrations: The database is ahead of this program: 2099");
  await supabase.query(`delete from ${table} where version = $1`, [version]);
});

test("work that is late, fails, or was never called is told apart", async () => {
  await supabase.script(
    `update public.job_runs set started_at = now() - interval '2 hours' where job = 'reconcile';
     update public.job_runs set outcome = null, error = 'Phone services are busy.' where job = 'housekeeping';
     delete from public.job_runs where job = 'accounts';`,
  );
  const printed = await doctor();
  expect(printed).toContain("✗ /api/cron/reconcile: It was called last 2 h ago, not every 5 min.");
  expect(printed).toContain(
    "✗ /api/cron/housekeeping: Its last run failed: Phone services are busy.",
  );
  expect(printed).toContain("! /api/cron/accounts: It has never been called.");
});

test("codes of another length are found", async () => {
  const service = clientOf(twilio).verify.v2.services(twilio.config.verifyServiceSid);
  await service.update({ codeLength: 4 });
  onTestFinished(async () => {
    await service.update({ codeLength: 6 });
  });
  expect(await doctor()).toContain("✗ Verify service: Its codes have 4 digits, not 6.");
});

test("an address that redirects is found, since a webhook follows nowhere", async () => {
  const server = createServer((_request, response) => {
    response.writeHead(308, { location: "https://www.duet.dating/" }).end();
  });
  const url = await listen(server);
  onTestFinished(() => close(server));
  expect(await doctor({ PUBLIC_URL: url })).toContain(
    `✗ PUBLIC_URL: ${url} redirects to https://www.duet.dating/.`,
  );
});

test("what is not set up is named, and does not count as wrong", async () => {
  const names = Object.keys(process.env).filter((name) => /^(TWILIO|VAPID)_/.test(name));
  const printed = await doctor(Object.fromEntries(names.map((name) => [name, ""])));
  expect(printed).toContain("– Account: TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN are not set.");
  expect(printed).toContain("– VAPID keys: Without them the app offers no notifications.");
  expect(printed).not.toContain("✗");
});

test("the command prints JSON on request, and its exit says whether all is well", async () => {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL("./main.ts", import.meta.url)), "--json"],
    // Where no .env file lies.
    {
      cwd: tmpdir(),
      env: { ...process.env, ...direct, APP_SECRET: "" },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, "close")]);
  const { ok, findings } = JSON.parse(printed);
  expect({ ok, code }).toEqual({ ok: false, code: 1 });
  const wrong = findings.filter((finding: { state: string }) => finding.state === "fail");
  expect(wrong).toEqual([
    {
      group: "Environment",
      what: "APP_SECRET",
      state: "fail",
      detail: "It is missing.",
      mend: expect.stringContaining("Set it in .env.local"),
    },
  ]);
});
