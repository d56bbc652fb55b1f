import type { Transaction } from "../../../sandbox/supabase/database.ts";

const people = [
  "owner",
  "member",
  "former",
  "ended",
  "blocked",
  "blocker",
  "stranger",
  "bystander",
  "bystander's friend",
  "newcomer",
] as const;
export type Person = (typeof people)[number];

const id = (kind: number, person: Person) =>
  `${kind}0000000-0000-4000-8000-${String(people.indexOf(person) + 1).padStart(12, "0")}`;

export const personId = (person: Person) => id(0, person);
/** The match between the owner and this person. */
export const matchId = (person: Person) => id(1, person);
const messageId = (person: Person) => id(2, person);
const callId = (person: Person) => id(3, person);
export const callSid = (n: number) => `CA${n.toString(16).padStart(32, "0")}`;

/**
 * People, and the owner's matches in all states, each with a message of the owner's and a call.
 * The owner has a number (…00) and a rule for it; one is being bought (…01), one released (…02).
 */
export async function makeWorld(tx: Transaction): Promise<void> {
  for (const person of people) {
    await tx.query("insert into auth.users (id, email) values ($1, $2)", [
      personId(person),
      `${personId(person)}@users.duet.example`,
    ]);
    if (person === "newcomer") continue;
    await tx.query(
      "insert into public.profiles (id, display_name, birth_date) values ($1, $2, '1990-01-01')",
      [personId(person), person],
    );
    await tx.query("insert into public.private_profiles (id, phone) values ($1, $2)", [
      personId(person),
      `+1415555${String(1000 + people.indexOf(person))}`,
    ]);
  }
  for (const person of ["member", "former", "ended", "blocked", "blocker"] as const) {
    await makeMatch(tx, "owner", person);
  }
  await makeMatch(tx, "bystander", "bystander's friend");
  await tx.script(`
    update public.match_members set left_at = now() where profile_id = '${personId("former")}';
    update public.matches set ended_at = now() where id = '${matchId("ended")}';
    insert into public.blocks (blocker_id, blocked_id) values
      ('${personId("owner")}', '${personId("blocked")}'),
      ('${personId("blocker")}', '${personId("owner")}');
    insert into public.phone_numbers (number, owner_id, country, provider_sid, released_at) values
      ('+14155551900', '${personId("owner")}', 'US', 'PN' || repeat('0', 32), null),
      ('+14155551901', '${personId("owner")}', 'US', null, null),
      ('+14155551902', '${personId("owner")}', 'US', 'PN' || repeat('2', 32), now()),
      ('+14155551903', null, 'US', null, null);
    insert into public.forwarding_rules (number_id, condition, forward_to)
      select id, 'always', '+14155550101' from public.phone_numbers where owner_id is not null;
    insert into public.rate_limits (key) values ('key');
    insert into public.request_counts (minute, route, outcome, status, requests, total_ms, slowest_ms)
      values ('2026-11-20 10:00Z', 'GET /api/health', 'ok', 200, 1, 1, 1);
    insert into public.spend_samples (day, currency, total) values ('2026-11-20', 'USD', 1.5);
    insert into public.alerts (rule, value, sentence) values ('stuck-calls', 1, 'A call is stuck.');
    insert into public.verification_attempts (recipient_hash, ip_hash, channel, outcome)
      values ('recipient', 'ip', 'sms', 'sent');
    insert into public.verification_approvals (recipient_hash, code_hash) values ('recipient', 'code');
  `);
}

async function makeMatch(tx: Transaction, a: Person, b: Person): Promise<void> {
  const sid = callSid(people.indexOf(b));
  await tx.script(`
    insert into public.matches (id) values ('${matchId(b)}');
    insert into public.match_members (match_id, profile_id, call_permission) values
      ('${matchId(b)}', '${personId(a)}', 'video'), ('${matchId(b)}', '${personId(b)}', 'video');
    insert into public.messages (id, match_id, sender_id, body)
      values ('${messageId(b)}', '${matchId(b)}', '${personId(a)}', 'hello');
    insert into public.calls (id, provider_sid, kind, match_id, caller_id)
      values ('${callId(b)}', '${sid}', 'voice', '${matchId(b)}', '${personId(a)}');
    insert into public.call_participants (call_id, leg_sid, profile_id, role)
      values ('${callId(b)}', '${sid}', '${personId(a)}', 'caller'),
        ('${callId(b)}', null, '${personId(b)}', 'callee');
    insert into public.call_events
      (call_id, provider_sid, leg_sid, event, status, idempotency_key, occurred_at)
      values ('${callId(b)}', '${sid}', '${sid}', 'initiated', 'initiated', '${sid}', now());
  `);
}

/**
 * Puts ids in the place of names in an attempt's SQL: `$me`, `$owner`, `$bystander` and
 * `$newcomer` are people; `$match`, `$message` and `$call` belong to the match that the
 * actor has or had with the owner (those without one try the owner's match with the
 * member); `$other` is the other person in it; `$foreign` is a match of bystanders.
 */
export function fillIn(sql: string, actor: string): string {
  const known = people.find((person) => person === actor);
  const partner = known && known !== "owner" && isPartner(known) ? known : "member";
  const ids: Record<string, string> = {
    me: personId(known ?? "member"),
    owner: personId("owner"),
    other: personId(actor === "owner" ? "member" : "owner"),
    bystander: personId("bystander"),
    newcomer: personId("newcomer"),
    match: matchId(partner),
    message: messageId(partner),
    call: callId(partner),
    foreign: matchId("bystander's friend"),
  };
  return sql.replace(/\$(\w+)/g, (_, name: string) => {
    const value = ids[name];
    if (!value) throw new Error(`Nothing is called $${name}.`);
    return `'${value}'`;
  });
}

function isPartner(person: Person): boolean {
  return ["member", "former", "ended", "blocked", "blocker"].includes(person);
}
