import { beforeEach, describe, expect, test } from "vitest";
import { setPlainEnv } from "../../e2e/integration/plain-env.ts";
import { testDatabase } from "./support/database.ts";

setPlainEnv();
const { codeCounters } = await import("@/lib/auth/admit-code");
const { conversionGuard, sendLimits } = await import("@/lib/auth/limits");

/** Plays many requests in one statement: a thousand of them are a thousand of the app's. */
const player = `
  create schema test;
  create function test.ask(asked jsonb) returns jsonb language plpgsql as $$
  declare
    answer jsonb;
  begin
    select public.admit_code(a.p_recipient_hash, a.p_country, a.p_keys, a.p_maxes, a.p_windows_seconds,
      a.p_senders, a.p_turn_key, a.p_turn_max, a.p_delays_seconds, a.p_hold_key, a.p_hold_max,
      a.p_least_sends, a.p_least_share)
    into answer
    from jsonb_to_record(asked) as a(p_recipient_hash text, p_country text, p_keys text[],
      p_maxes integer[], p_windows_seconds integer[], p_senders integer, p_turn_key text,
      p_turn_max integer, p_delays_seconds integer[], p_hold_key text, p_hold_max integer, p_least_sends integer, p_least_share numeric);
    insert into public.verification_attempts
      (recipient_hash, ip_hash, country, channel, outcome, is_known_device, created_at)
    select asked ->> 'p_recipient_hash', 'ip', asked ->> 'country', 'sms', outcome,
      (asked ->> 'is_known_device')::boolean, now() + later::interval
    from (values ('sent', '0 s', answer ->> 'outcome' = 'send'), ('approved', '1 s', asked ? 'signs_in'))
      as noted (outcome, later, happened)
    where happened;
    return answer;
  end $$;
  create function test.pass(seconds float) returns void language sql as $$
    update public.verification_attempts set created_at = created_at - make_interval(secs => seconds);
    update public.rate_limits set window_started_at = window_started_at - make_interval(secs => seconds);
  $$;
  create function test.play(tries jsonb) returns jsonb language plpgsql as $$
  declare
    answers jsonb[] := '{}';
    asked jsonb;
  begin
    for asked in select jsonb_array_elements(tries) loop
      answers := answers || test.ask(asked);
    end loop;
    return to_jsonb(answers);
  end $$;
`;
const database = testDatabase((fresh) => fresh.script(player));

interface Answer {
  outcome: "send" | "too-soon" | "too-often" | "held";
  wait_seconds?: number;
  sends?: number;
}
interface Try {
  phone: string;
  ip: string;
  country?: string;
  /** In a browser with which they have signed in before. */
  isKnownDevice?: boolean;
  /** They type the code. */
  signsIn?: boolean;
}

beforeEach(async () => {
  await database().script("delete from rate_limits; delete from verification_attempts;");
});

const atOnce = 50;

/** Asks for codes as the route does, with the limits of production and seconds between. */
async function play(tries: Try[], pause = 0): Promise<Answer[]> {
  const asked = tries.map(({ phone, ip, country = "US", isKnownDevice = false, signsIn }) => ({
    ...codeCounters({ recipient: { kind: "phone", to: phone, country }, ip, isKnownDevice }),
    ...{ country, is_known_device: isKnownDevice, ...(signsIn && { signs_in: true }) },
  }));
  const answers: Answer[] = [];
  for (let done = 0; done < asked.length; done += atOnce) {
    const [row] = await database().query<{ answers: Answer[] }>(
      "select test.play($1::jsonb) as answers",
      [JSON.stringify(asked.slice(done, done + atOnce))],
    );
    answers.push(...(row?.answers ?? []));
    if (pause > 0) await pass(pause * atOnce);
  }
  return answers;
}
const ask = async (one: Try) => (await play([one]))[0];
const pass = (seconds: number) => database().query("select test.pass($1)", [seconds]);

const phoneOf = (n: number) => `+1415${String(2_000_000 + n)}`;
const v4 = (n: number) => `${11 + (n >> 16)}.${(n >> 8) & 255}.${n & 255}.7`;
const v6 = (n: number) => `2001:db8:42:${(n * 31).toString(16)}::${n.toString(16)}`;

/** Tries 1,000 times in an hour; how many codes are sent. */
async function attack(tryOf: (n: number) => Try): Promise<{ sent: number; answers: Answer[] }> {
  const answers = await play(
    Array.from({ length: 1000 }, (_, n) => tryOf(n)),
    3.6,
  );
  return { sent: answers.filter(({ outcome }) => outcome === "send").length, answers };
}

describe("an attacker who asks for 1,000 codes in an hour gets", () => {
  test("20 from one address, each time to another number", async () => {
    const { sent, answers } = await attack((n) => ({ phone: phoneOf(n), ip: "203.0.113.7" }));
    // The window may end just before the attack does.
    expect(sent).toBeGreaterThanOrEqual(20);
    expect(sent).toBeLessThanOrEqual(2 * sendLimits.address.max);
    expect(answers[100]).toMatchObject({ outcome: "too-often" });
    expect(answers[100]?.wait_seconds).toBeGreaterThan(3000);
  });

  test("60 from the 256 addresses of a /24", async () => {
    const { sent } = await attack((n) => ({ phone: phoneOf(n), ip: `203.0.113.${n % 256}` }));
    expect(sent).toBeLessThanOrEqual(2 * sendLimits.network.max);
  });

  test("60 from a thousand subnets of an IPv6 /48", async () => {
    const { sent } = await attack((n) => ({ phone: phoneOf(n), ip: v6(n) }));
    expect(sent).toBeLessThanOrEqual(2 * sendLimits.network.max);
  });

  test("5 to one victim's number, from as many machines, with longer and longer waits", async () => {
    const { sent, answers } = await attack((n) => ({ phone: "+14155550123", ip: v4(n * 256) }));
    expect(sent).toBeLessThanOrEqual(2 * sendLimits.recipient.max);
    expect(answers[1]).toMatchObject({ outcome: "too-soon" });
  });

  test("no more than the country's, even where each number was signed in once", async () => {
    const { sent } = await attack((n) => ({
      ...{ phone: phoneOf(n), ip: "203.0.113.7", isKnownDevice: true, signsIn: true },
    }));
    expect(sent).toBeLessThanOrEqual(2 * 300);
  });

  test("20 a day to a number of their own, where it was signed in once", async () => {
    const own = { phone: "+14155550123", ip: "203.0.113.7", isKnownDevice: true };
    let sent = 0;
    for (let n = 0; n < 100; n += 1) {
      if ((await ask(own))?.outcome === "send") sent += 1;
      await pass(720);
    }
    expect(sent).toBe(sendLimits.knownRecipient.max);
  });

  test("50 within a minute to numbers of one country, however many machines ask", async () => {
    const burst = Array.from({ length: 300 }, (_, n) => ({ phone: phoneOf(n), ip: v4(n * 256) }));
    const sent = (await play(burst)).filter(({ outcome }) => outcome === "send");
    expect(sent).toHaveLength(50);
  });

  test("about 100 to numbers of one country, each from a network of its own", async () => {
    const { sent, answers } = await attack((n) => ({ phone: phoneOf(n), ip: v4(n * 256) }));
    expect(answers.some(({ outcome }) => outcome === "held")).toBe(true);
    // Those of the first minutes, and a few every ten minutes.
    expect(sent).toBeLessThanOrEqual(2 * conversionGuard.leastSends + 7 * conversionGuard.heldMax);
    // Elsewhere nothing has happened.
    expect(await ask({ phone: "+447400123456", ip: "198.51.100.1", country: "GB" })).toMatchObject({
      outcome: "send",
    });
  });
});

describe("people who sign in", () => {
  test("are never held back, however many come", async () => {
    const crowd = Array.from({ length: 250 }, (_, n) => ({
      ...{ phone: phoneOf(n), ip: v4(n * 256), signsIn: n % 3 !== 0 },
    }));
    for (const answer of await play(crowd, 6))
      expect(answer).toEqual({ outcome: "send", sends: 0 });
  });

  test("get in again once the attack on their country is over", async () => {
    const from = (first: number, count: number) =>
      Array.from({ length: count }, (_, n) => ({
        phone: phoneOf(first + n),
        ip: v4((first + n) * 256),
      }));
    await play(from(0, 60));
    await pass(70);
    const held = (await play(from(5_000, 8))).map(({ outcome }) => outcome);
    expect(held).toEqual([...Array(5).fill("send"), "held", "held", "held"]);
    await pass(3600);
    expect((await play(from(6_000, 1)))[0]).toMatchObject({ outcome: "send" });
  });

  test("are let through where they have been before, whatever others do", async () => {
    const attackers = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ phone: phoneOf(n), ip: v4(n * 256) }));
    await play(attackers(60));
    await pass(70);
    await play(attackers(60));
    const known = { phone: phoneOf(9_000), ip: v4(0), isKnownDevice: true };
    expect(await ask({ ...known, isKnownDevice: false })).toMatchObject({ outcome: "held" });
    for (let n = 0; n < 30; n += 1) {
      expect(await ask({ ...known, phone: phoneOf(9_001 + n) })).toMatchObject({ outcome: "send" });
    }
  });

  test("are not held back by those who do not type their codes where they have been before", async () => {
    const own = Array.from({ length: 60 }, (_, n) => ({
      ...{ phone: phoneOf(n), ip: "203.0.113.7", isKnownDevice: true },
    }));
    await play(own);
    await pass(70);
    const newcomers = Array.from({ length: 10 }, (_, n) => ({
      ...{ phone: phoneOf(9_000 + n), ip: v4(n * 256) },
    }));
    for (const answer of await play(newcomers)) expect(answer).toMatchObject({ outcome: "send" });
  });

  test("are let through there, too, when somebody has used up the codes to their number", async () => {
    const phone = phoneOf(9_000);
    const stranger = (n: number) => ({ phone, ip: v4(n * 256) });
    for (let n = 0; n < sendLimits.recipient.max; n += 1) {
      expect(await ask(stranger(n))).toMatchObject({ outcome: "send" });
      await pass(300);
    }
    expect(await ask(stranger(6))).toMatchObject({ outcome: "too-often" });
    expect(await ask({ phone, ip: v4(0), isKnownDevice: true })).toMatchObject({ outcome: "send" });
  });

  test("lose none of their codes, nor their country any, by asking while it is held back", async () => {
    const who = { phone: phoneOf(9_000), ip: "198.51.100.9" };
    const attacker = (n: number) => ({ phone: phoneOf(n), ip: v4(n * 256) });
    await play(Array.from({ length: 60 }, (_, n) => attacker(n)));
    await pass(70);
    const held = await play(Array.from({ length: 245 }, (_, n) => attacker(1000 + n)));
    expect(held.at(-1)).toMatchObject({ outcome: "held" });
    for (let n = 0; n < sendLimits.recipient.max; n += 1) {
      expect(await ask(who)).toMatchObject({ outcome: "held" });
      await pass(2);
    }
    await pass(600);
    expect(await ask(who)).toEqual({ outcome: "send", sends: 0 });
  });

  test("wait 30 seconds for a second code, then longer, and not at all after signing in", async () => {
    const who = { phone: phoneOf(1), ip: v4(1) };
    const waits = [];
    for (let n = 0; n < 4; n += 1) {
      expect(await ask(who)).toEqual({ outcome: "send", sends: n });
      const again = await ask(who);
      expect(again?.outcome).toBe("too-soon");
      waits.push(again?.wait_seconds);
      await pass(again?.wait_seconds ?? 0);
    }
    expect(waits).toEqual([30, 60, 120, 300]);
    await pass(3600);
    await ask({ ...who, signsIn: true });
    await pass(2);
    expect(await ask(who)).toEqual({ outcome: "send", sends: 0 });
  });

  test("have no country when a code goes to their e-mail address", async () => {
    const counters = codeCounters({
      recipient: { kind: "email", to: "a@b.example", country: null },
      ip: "1.2.3.4",
      isKnownDevice: false,
    });
    expect(counters.p_keys.slice(counters.p_senders)).toHaveLength(1);
  });
});
