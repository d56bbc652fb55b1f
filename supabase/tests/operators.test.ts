import { expect, test } from "vitest";
import { testDatabase } from "./support/database.ts";
import { makeWorld, matchId, personId } from "./support/world.ts";

const sid = (digit: string) => `CA${digit.repeat(32)}`;
const room = `RM${"4".repeat(32)}`;

const database = testDatabase(async (fresh) => {
  await makeWorld(fresh);
  await fresh.script(`
    truncate public.calls, public.alerts, public.request_counts, public.verification_attempts,
      public.spend_samples, public.call_costs cascade;
    insert into public.calls (provider_sid, kind, match_id, caller_id, status, started_at, ended_at, duration_seconds) values
      ('${sid("1")}', 'voice', '${matchId("member")}', '${personId("owner")}', 'ringing', now() - interval '11 minutes', null, null),
      ('${sid("2")}', 'voice', '${matchId("member")}', '${personId("owner")}', 'in-progress', now() - interval '11 minutes', null, null),
      ('${room}', 'video', '${matchId("member")}', '${personId("owner")}', 'ringing', now() - interval '11 minutes', null, null),
      ('${sid("3")}', 'voice', '${matchId("member")}', '${personId("owner")}', 'completed', now() - interval '2 days', now() - interval '2 days', 60);
    insert into public.call_participants (call_id, leg_sid, profile_id, role, status)
      select id, 'CA' || repeat('d', 32), '${personId("member")}', 'callee', 'completed'
      from public.calls where provider_sid = '${sid("3")}';
    insert into public.call_events (call_id, provider_sid, leg_sid, event, status, source, idempotency_key, occurred_at, received_at)
      select id, provider_sid, provider_sid, e.event, e.status::public.call_status, e.source::public.call_event_source, e.event, now() + e.at, now()
      from public.calls, (values
        ('completed', 'completed', 'reconcile', interval '2 s'), ('ringing', 'ringing', 'webhook', interval '0')
      ) as e (event, status, source, at)
      where provider_sid = '${sid("3")}';
    insert into public.call_costs (leg_sid, call_id, ended_at, duration_seconds, price, currency)
      select 'CA' || repeat('d', 32), id, now(), 90, 0.02, 'USD' from public.calls where provider_sid = '${sid("3")}';
    insert into public.spend_samples (day, currency, total) values ((now() at time zone 'utc')::date, 'USD', 1.5);
    insert into public.request_counts (minute, route, outcome, status, requests, total_ms, slowest_ms) values
      (now(), 'POST /api/calls', 'ok', 200, 8, 80, 20),
      (now(), 'POST /api/calls', 'rate_limited', 429, 2, 20, 12),
      (now(), 'POST /api/twilio/voice/status', 'bad_signature', 403, 3, 3, 1),
      (now() - interval '2 hours', 'POST /api/calls', 'internal_error', 500, 5, 5, 1);
    insert into public.verification_attempts (recipient_hash, ip_hash, country, channel, outcome) values
      ('a', 'i', 'US', 'sms', 'sent'), ('a', 'i', 'US', 'sms', 'sent'), ('a', 'i', 'US', 'sms', 'wrong-code'),
      ('a', 'i', 'US', 'sms', 'approved'), ('b', 'i', 'US', 'sms', 'sent'), ('c', 'i', 'US', 'sms', 'refused');
    insert into public.alerts (rule, value, sentence, since, resolved_at) values
      ('stuck-calls', 1, 'One call is stuck.', now(), null),
      ('error-rate', 1, 'It was bad.', now() - interval '3 days', now() - interval '2 days');
  `);
});

/** What a function answers. */
const ask = async (call: string) => {
  const [row] = await database().query<{ answer: unknown }>(`select ${call} as answer`);
  return row?.answer;
};
const sids = async (view: string) => {
  const calls = (await ask(`operators_calls('${view}')`)) as { sid: string }[];
  return calls.map((call) => call.sid);
};

test("a call that rings for longer than anything rings is stuck; one that goes on, or a room in which somebody waits, is live", async () => {
  expect(await sids("stuck")).toEqual([sid("1")]);
  expect((await sids("live")).toSorted()).toEqual([sid("1"), sid("2"), room]);
  expect(await sids("reconciled")).toEqual([sid("3")]);
  expect(await sids("recent")).toHaveLength(4);
  expect(await ask("operators_calls('recent', now() - interval '1 day')")).toHaveLength(1);
});

test("a call's events stand in the order in which they happened, with what its legs cost", async () => {
  const call = await ask(`operators_call('${sid("3")}')`);
  expect(call).toMatchObject({
    events: [
      { event: "ringing", source: "webhook" },
      { event: "completed", source: "reconcile" },
    ],
    legs: [{ name: "member", price: 0.02, currency: "USD" }],
  });
  expect(await ask(`operators_call('${sid("9")}')`)).toBeNull();
});

test("the overview tells live and stuck calls, an hour's requests and what fires", async () => {
  expect(await ask("alert_figures()")).toMatchObject({ stuck_calls: 1 });
  expect(await ask("operators_overview()")).toMatchObject({
    live: 3,
    stuck: 1,
    today: 3,
    requests: { all: 13, failed: 0, limited: 2, refused: 3 },
    alerts: [{ rule: "stuck-calls" }],
  });
});

test("requests are told by route, of the time that is asked for", async () => {
  expect(await ask("operators_requests(1)")).toMatchObject([
    { route: "POST /api/calls", requests: 10, limited: 2, failed: 0, mean_ms: 10, slowest_ms: 20 },
    { route: "POST /api/twilio/voice/status", requests: 3, refused: 3 },
  ]);
  expect(await ask("operators_requests(3)")).toMatchObject([{ requests: 15, failed: 5 }, {}]);
});

test("sign-in counts each number once, however often it asked", async () => {
  expect(await ask("operators_sign_in(1)")).toEqual([
    {
      ...{ country: "US", asked: 3, sent: 2, codes: 3, refused: 1, failed: 0 },
      ...{ wrong: 1, approved: 1 },
    },
  ]);
});

test("each day has what its calls cost and what the account had spent", async () => {
  const days = (await ask("operators_costs(2)")) as object[];
  expect(days).toHaveLength(2);
  expect(days[0]).toMatchObject({
    legs: 1,
    minutes: 2,
    calls: 0.02,
    account: 1.5,
    currency: "USD",
  });
  expect(days[1]).toMatchObject({ legs: 0, calls: 0, account: null });
});

test("no answer carries a person's own number", async () => {
  const answers = await Promise.all(
    ["operators_overview()", "operators_calls('recent')", "operators_numbers()"].map(ask),
  );
  const own = await database().query<{ phone: string }>("select phone from private_profiles");
  expect(answers[2]).not.toEqual([]);
  for (const { phone } of own) expect(JSON.stringify(answers)).not.toContain(phone);
});
