import { expect, test } from "vitest";
import { testDatabase } from "./support/database.ts";
import { makeWorld, matchId, personId } from "./support/world.ts";

const database = testDatabase(makeWorld);

/** An old and a new row of each kind; `$1` is the age in days. */
const rows: Record<string, { days: number; insert: string }> = {
  rate_limits: {
    days: 2,
    insert: "rate_limits (key, window_started_at) select md5(random()::text), now() - $1",
  },
  verification_attempts: {
    days: 30,
    insert: `verification_attempts (recipient_hash, ip_hash, channel, outcome, created_at)
      select 'r', 'i', 'sms', 'sent', now() - $1`,
  },
  verification_approvals: {
    days: 1,
    insert: `verification_approvals (recipient_hash, code_hash, approved_at)
      select md5(random()::text), 'c', now() - $1`,
  },
  call_requests: {
    days: 7,
    insert: `call_requests (profile_id, idempotency_key, fingerprint, match_id, created_at)
      select '${personId("owner")}', md5(random()::text), 'f', '${matchId("member")}', now() - $1`,
  },
  job_runs: { days: 30, insert: "job_runs (job, started_at) select 'alerts', now() - $1" },
  request_counts: {
    days: 30,
    insert: `request_counts (minute, route, outcome, status, requests, total_ms, slowest_ms)
      select now() - $1, 'GET /', 'ok', 200, 1, 1, 1`,
  },
  spend_samples: {
    days: 400,
    insert: "spend_samples (sampled_at, day, currency, total) select now() - $1, now(), 'USD', 1",
  },
  alerts: {
    days: 400,
    insert: `alerts (rule, value, sentence, resolved_at)
      select 'stuck', 1, 'Stuck.', now() - $1`,
  },
  call_costs: {
    days: 400,
    insert: `call_costs (leg_sid, ended_at, duration_seconds, currency)
      select 'CA' || md5(random()::text), now() - $1, 1, 'USD'`,
  },
  stray_call_events: {
    days: 30,
    insert: `call_events (provider_sid, leg_sid, event, status, idempotency_key, occurred_at, received_at)
      select 'CA', 'CA', 'ringing', 'ringing', md5(random()::text), now(), now() - $1`,
  },
  call_events: {
    days: 90,
    insert: `call_events (call_id, provider_sid, leg_sid, event, status, idempotency_key, occurred_at, received_at)
      select id, provider_sid, provider_sid, 'ringing', 'ringing', md5(random()::text), now(), now() - $1
      from calls limit 1`,
  },
};
const tableOf = (kind: string) => (kind === "stray_call_events" ? "call_events" : kind);

test.for(Object.entries(rows))(
  "%s: what is old goes, in pieces; the rest stays",
  async ([kind, { days, insert }]) => {
    await database().rehearse(async (tx) => {
      await tx.query(`delete from ${tableOf(kind)}`);
      for (const age of [days + 1, days + 2, days + 3, days - 0.5]) {
        await tx.query(`insert into ${insert.replace("$1", `interval '${age} days'`)}`);
      }
      const clear = "select clear_away($1, $2, 2) as gone";
      const gone: unknown[] = [];
      for (let time = 0; time < 3; time += 1) gone.push(...(await tx.query(clear, [kind, days])));
      expect(gone).toEqual([{ gone: 2 }, { gone: 1 }, { gone: 0 }]);
      expect(await tx.query(`select from ${tableOf(kind)}`)).toHaveLength(1);
    });
  },
);

test("that a room has ended is never forgotten", async () => {
  await database().rehearse(async (tx) => {
    await tx.query(
      `update call_events set event = 'room-ended', received_at = now() - interval '10 years'`,
    );
    const [{ count } = { count: 0 }] = await tx.query<{ count: number }>(
      "select count(*)::integer as count from call_events",
    );
    expect(count).toBeGreaterThan(0);
    expect(await tx.query("select clear_away('call_events', 1, 1000) as gone")).toEqual([
      { gone: 0 },
    ]);
  });
});
