import { beforeEach, describe, expect, test } from "vitest";
import { startSignIn } from "@/e2e/integration/sign-in";

const { sandbox, start, check, codeOf, messages } = await startSignIn({ RATE_LIMIT_FACTOR: "" });
const { consume } = await import("@/lib/api/rate-limit");
const { sendLimits } = await import("@/lib/auth/limits");

const tooOften = { status: 429, json: { error: { code: "rate_limited" } } };
const tooSoon = { status: 429, json: { error: { code: "resend_too_soon" } } };

/** Uses a limit as requests from elsewhere would. */
async function spend(limit: keyof typeof sendLimits, subject: string, times: number) {
  await consume(sendLimits[limit], subject);
  await sandbox.supabase.query("update rate_limits set hits = $1 where key like $2", [
    times,
    `${sendLimits[limit].name}:%`,
  ]);
}
/** Makes all that was counted older, as if time had passed. */
const passSeconds = (seconds: number) =>
  sandbox.supabase.query(
    "update rate_limits set window_started_at = window_started_at - make_interval(secs => $1)",
    [seconds],
  );

let last = 19;
let phone: string;
let ip: string;
beforeEach(async () => {
  await sandbox.supabase.query("delete from rate_limits");
  last += 1;
  phone = `+141555501${last}`;
  ip = `198.51.${last}.1`;
});

describe("another code can be asked for after a while", () => {
  test("that grows from half a minute to five, and is told", async () => {
    for (const seconds of [30, 60, 120, 300]) {
      expect((await start(phone, { ip })).json).toMatchObject({ resendAfterSeconds: seconds });
      const again = await start(phone, { ip });
      expect(again).toMatchObject(tooSoon);
      const wait = Number(again.headers.get("retry-after"));
      expect(wait).toBeGreaterThan(seconds - 5);
      expect(wait).toBeLessThanOrEqual(seconds);
      await passSeconds(seconds);
    }
    expect(messages(phone)).toHaveLength(4);
  });

  test("but at once by someone who has signed in meanwhile", async () => {
    await start(phone, { ip });
    await check(phone, codeOf(phone), { ip });
    await passSeconds(1);
    expect((await start(phone, { ip })).json).toMatchObject({ resendAfterSeconds: 30 });
  });

  test("and of two requests at the same time one sends", async () => {
    const answers = await Promise.all([start(phone, { ip }), start(phone, { ip })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 429]);
    expect(messages(phone)).toHaveLength(1);
  });
});

describe("sends in an hour", () => {
  test.each([
    ["five to a number", "recipient", 5],
    ["twenty from an address", "address", 20],
    ["sixty from a /24", "network", 60],
  ] as const)("%s", async (_what, limit, max) => {
    const network = ip.replace(/\.1$/, ".0/24");
    const subjects = { recipient: phone, address: ip, network };
    await spend(limit, subjects[limit], max - 1);
    expect((await start(phone, { ip })).status).toBe(200);
    await passSeconds(30);

    const refused = await start(phone, { ip });
    expect(refused).toMatchObject(tooOften);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(3000);
    expect(messages(phone)).toHaveLength(1);

    await passSeconds(3600);
    expect((await start(phone, { ip })).status).toBe(200);
  });

  test("a machine over its limit does not use up the number's", async () => {
    await spend("address", ip, 20);
    for (let n = 0; n < 6; n += 1) expect(await start(phone, { ip })).toMatchObject(tooOften);
    expect((await start(phone, { ip: "203.0.113.9" })).status).toBe(200);
  });

  test("addresses of one IPv6 /48 count together", async () => {
    await spend("network", "2001:db8:7::/48", 60);
    expect(await start(phone, { ip: "2001:db8:7:1:2:3:4:5" })).toMatchObject(tooOften);
    expect((await start(phone, { ip: "2001:db8:8:1:2:3:4:5" })).status).toBe(200);
  });

  test("what a client claims to be forwarded for does not count as its address", async () => {
    await spend("address", ip, 20);
    const headers = { "x-forwarded-for": `192.0.2.44, ${ip}` };
    expect(await start(phone, { headers })).toMatchObject(tooOften);
  });
});

describe("a browser that has signed somebody in", () => {
  test("is sent their code though others behind its address have used up theirs", async () => {
    await start(phone, { ip });
    const { cookie } = await check(phone, codeOf(phone), { ip });
    await passSeconds(30);
    await spend("address", ip, 20);
    expect(await start(phone, { ip })).toMatchObject(tooOften);
    expect(await start(phone, { ip, cookie })).toMatchObject({ status: 200 });
  });

  test.each([
    ["somebody else's code", (cookie: string) => cookie, "+14155550198"],
    ["a code for a mark of its own making", () => `duet-device=${"a".repeat(43)}`, undefined],
  ])("is not sent %s", async (_what, shown, other) => {
    await start(phone, { ip });
    const { cookie } = await check(phone, codeOf(phone), { ip });
    await passSeconds(30);
    await spend("address", ip, 20);
    expect(await start(other ?? phone, { ip, cookie: shown(cookie) })).toMatchObject(tooOften);
  });

  test("is told apart by nothing that names the number", async () => {
    await start(phone, { ip });
    const { cookie } = await check(phone, codeOf(phone), { ip });
    expect(cookie).toMatch(/duet-device=[\w-]{43}(;|$)/);
    expect(cookie).not.toContain(phone.slice(1));
  });
});

test("nobody can use up the tries of somebody else", async () => {
  for (let n = 0; n < 31; n += 1) await check(phone, "000000", { ip: "203.0.113.66" });
  expect(await check(phone, "000000", { ip: "203.0.113.67" })).toMatchObject(tooOften);
  await start(phone, { ip });
  expect(await check(phone, codeOf(phone), { ip })).toMatchObject({ status: 200 });
});
