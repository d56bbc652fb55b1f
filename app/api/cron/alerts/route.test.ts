import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeEach, expect, test } from "vitest";
import { callRoute, startSandboxEnv } from "@/e2e/integration/sandbox-env";
import { close, listen } from "@/sandbox/listen";
import { newSid } from "@/sandbox/twilio/sids";

interface Received {
  headers: Record<string, unknown>;
  body: string;
}

/** Whoever is to know: what it was told, and with which status it answers. */
const received: Received[] = [];
let answers = 204;
const receiver = createServer(async (request, response) => {
  received.push({ headers: request.headers, body: await text(request) });
  response.writeHead(answers).end();
});
const secret = "the secret of whoever is to know";
const sandbox = await startSandboxEnv({
  ALERT_WEBHOOK_URL: `${await listen(receiver)}/alerts`,
  ALERT_WEBHOOK_SECRET: secret,
  ALERT_SPEND_PER_HOUR: "20",
});
afterAll(() => close(receiver));

const { POST } = await import("@/app/api/cron/alerts/route");
const { POST: status } = await import("@/app/api/twilio/voice/status/route");
const { startCounting } = await import("@/lib/operations/traffic/counting");
startCounting();
const { supabase, twilio } = sandbox;
const { callbacks, faults } = twilio.context;
sandbox.serve({ "/api/twilio/voice/status": async () => ({ POST: status }) });

beforeEach(async () => {
  answers = 204;
  received.length = 0;
  faults.clear();
  await supabase.script(
    "delete from alerts; delete from request_counts; delete from spend_samples; delete from job_runs; delete from calls",
  );
});

const run = async () =>
  (await callRoute(POST, { path: "/api/cron/alerts", token: process.env.CRON_SECRET ?? "" })).json;
const texts = () => received.map(({ body }): string => JSON.parse(body).text);

/** Twilio reports the progress of as many calls. */
const report = (times: number) =>
  Promise.all(
    Array.from({ length: times }, () => {
      const callSid = newSid("CA");
      const params = { CallSid: callSid, CallStatus: "ringing", SequenceNumber: "1" };
      const url = `${sandbox.publicUrl}/api/twilio/voice/status`;
      return callbacks.deliver({ kind: "status", url, callSid, params });
    }),
  );

test("webhooks with wrong signatures raise an alert, once, and their end is told once", async () => {
  faults.add({ target: "webhook", kind: "corrupt", part: "signature" });
  await report(4);
  expect(await run()).toEqual({ ok: true, firing: 1, told: 1, untold: 0 });
  expect(texts()).toEqual([expect.stringContaining("4 of 4 webhooks in 15 minutes had no valid")]);
  await report(2);
  expect(await run()).toMatchObject({ firing: 1, told: 0 });

  faults.clear();
  await report(8);
  expect(await run()).toMatchObject({ firing: 0, told: 1 });
  expect(await run()).toMatchObject({ firing: 0, told: 0 });
  expect(texts()).toHaveLength(2);
  expect(texts()[1]).toMatch(/^Duet: webhook-refusals is over after a minute\. It was: 6 of 6/);
});

test("who is told can tell that it is us", async () => {
  await supabase.script(
    "insert into job_runs (job, started_at) values ('reconcile', now() - interval '40 minutes')",
  );
  await run();
  const [{ headers, body } = { headers: {}, body: "" }] = received;
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const signature = createHmac("sha256", secret).update(signed).digest("base64");
  expect(headers["webhook-signature"]).toBe(`v1,${signature}`);
  expect(Math.abs(Number(headers["webhook-timestamp"]) - Date.now() / 1000)).toBeLessThan(60);
  expect(JSON.parse(body)).toMatchObject({
    text: expect.stringContaining("No reconcile has gone well for 40 minutes"),
    alert: { rule: "reconcile-late", state: "firing", value: 40, resolvedAt: null },
  });
});

test("what is not accepted is told again with the next run, under the same id", async () => {
  await supabase.script(
    "insert into job_runs (job, started_at) values ('reconcile', now() - interval '1 hour')",
  );
  answers = 500;
  expect(await run()).toMatchObject({ firing: 1, told: 0, untold: 1 });
  answers = 204;
  expect(await run()).toMatchObject({ firing: 1, told: 1, untold: 0 });
  const [first, second] = received.map(({ headers }) => headers["webhook-id"]);
  expect(second).toBe(first);
});

test("of two runs at once one tells", async () => {
  await supabase.script(
    "insert into job_runs (job, started_at) values ('reconcile', now() - interval '1 hour')",
  );
  await Promise.all([run(), run()]);
  expect(texts()).toHaveLength(1);
});

test("webhooks that the database does not take raise an alert", async () => {
  sandbox.failSupabase({ path: "/rest/v1/rpc/record_call_event", status: 500, times: 6 });
  await report(6);
  await run();
  expect(texts()).toEqual([expect.stringContaining("6 of 6 webhooks failed in 15 minutes")]);
});

test("calls that cannot be live, and codes that nobody types, raise alerts", async () => {
  await supabase.script(`
    insert into calls (provider_sid, kind, status, started_at) values
      ('${newSid("CA")}', 'phone', 'ringing', now() - interval '11 minutes'),
      ('${newSid("CA")}', 'phone', 'in-progress', now() - interval '3 hours'),
      ('${newSid("CA")}', 'phone', 'completed', now() - interval '9 hours');
    insert into verification_attempts (recipient_hash, ip_hash, country, channel, outcome, created_at)
      select 'r' || n, 'ip', 'GB', 'sms', 'sent', now() - interval '20 minutes' from generate_series(1, 12) n;
    insert into verification_attempts (recipient_hash, ip_hash, country, channel, outcome)
      values ('r1', 'ip', 'GB', 'sms', 'approved');
    insert into verification_attempts (recipient_hash, ip_hash, country, channel, outcome)
      select 'new' || n, 'ip', 'US', 'sms', 'sent' from generate_series(1, 50) n;
  `);
  await run();
  expect(texts().sort()).toEqual([
    expect.stringMatching(/^Duet: sign-in-conversion \(GB\) is firing\. Of 12 people .* 1 came in/),
    expect.stringMatching(/^Duet: stuck-calls is firing\. 1 call looks live .* 11 minutes ago/),
  ]);
  await supabase.script("delete from verification_attempts");
});

test("an expensive hour raises an alert, over midnight too", async () => {
  await supabase.script(`
    insert into spend_samples (sampled_at, day, currency, total) values
      (now() - interval '80 minutes', current_date - 1, 'USD', 500),
      (now() - interval '50 minutes', current_date - 1, 'USD', 515),
      (now() - interval '20 minutes', current_date, 'USD', 7)
  `);
  // The run's own sample, of a sandbox that has cost nothing, takes nothing away.
  await run();
  expect(texts()).toEqual([expect.stringContaining("Twilio cost 22.00 USD in the last hour")]);
});

test("without Twilio's answer the other rules judge, and what fires goes on", async () => {
  await supabase.script(`
    insert into alerts (rule, value, sentence, told) values ('spend-per-hour', 30, 'Dear.', 'firing');
    insert into job_runs (job, started_at) values ('reconcile', now() - interval '1 hour');
  `);
  faults.add({ target: "rest", kind: "status", status: 429, match: "/Usage/" });
  expect(await run()).toMatchObject({ ok: true, firing: 1, told: 1 });
  const alerts = await supabase.query<{ rule: string }>(
    "select rule from alerts where resolved_at is null order by rule",
  );
  expect(alerts.map(({ rule }) => rule)).toEqual(["reconcile-late", "spend-per-hour"]);
});
