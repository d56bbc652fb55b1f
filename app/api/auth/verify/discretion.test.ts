import pino from "pino";
import { expect, test } from "vitest";
import { callRoute } from "@/e2e/integration/call-route";
import { startSignIn } from "@/e2e/integration/sign-in";

const { sandbox, start, check, codeOf, wrongCodeFor } = await startSignIn({ LOG_LEVEL: "debug" });
const { log } = await import("@/lib/log");
const { POST: startRoute } = await import("@/app/api/auth/verify/start/route");
const { POST: checkRoute } = await import("@/app/api/auth/verify/check/route");

const lines: string[] = [];
Reflect.set(log, pino.symbols.streamSym, { write: (line: string) => lines.push(line) });

const phone = "+14155550150";

test("no number, code or token is logged, whatever goes wrong", async () => {
  await start(phone);
  const code = codeOf(phone);
  await check(phone, wrongCodeFor(phone));
  sandbox.failSupabase({ path: "/auth/v1/verify", status: 500, times: 1 });
  await check(phone, code);
  const signedIn = await check(phone, code, { body: { session: "token" } });
  expect(signedIn.json).toMatchObject({ verified: true });
  await start("+14155552671");
  await start("+19005550123");
  sandbox.twilio.context.faults.add({ target: "rest", kind: "status", status: 500, times: 1 });
  await start("+14155550151");

  const written = lines.join("");
  expect(written).toContain("request failed");
  expect(written).toContain("POST /api/auth/verify/check");
  expect(written).not.toMatch(/415555|900555/);
  expect(written).not.toContain(code);
  expect(written).not.toContain("eyJ");
});

test("the database keeps hashes of numbers and addresses in what it notes of attempts", async () => {
  await start("+14155550152", { ip: "198.51.100.9" });
  const notes = await sandbox.supabase.query(
    `select recipient_hash, ip_hash, outcome from verification_attempts
     union all select key, '', '' from rate_limits
     union all select recipient_hash, code_hash, '' from verification_approvals`,
  );
  expect(notes.length).toBeGreaterThan(5);
  expect(JSON.stringify(notes)).not.toMatch(/41555|198\.51/);
});

/** Values that a careless or hostile client could send. */
function oddValue(random: () => number): unknown {
  const pick = <T>(items: T[]) => items[Math.floor(random() * items.length)];
  const text = () =>
    String.fromCharCode(...Array.from({ length: 1 + random() * 30 }, () => random() * 0xffff));
  return pick<unknown>([
    null,
    true,
    -1,
    1e308,
    "",
    "\0",
    "+",
    "+1",
    "../../etc",
    "' or 1=1 --",
    "+14155550101\r\nX: y",
    "%2B14155550101",
    "＋１４１５５５５０１０１",
    "9".repeat(5_000),
    text(),
    [],
    [phone],
    {},
    { toString: "x" },
    { phone: { phone } },
  ]);
}

test("no body, however odd, is answered with anything but a clear refusal", async () => {
  let seed = 42;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed / 2 ** 31;
  };
  for (let n = 0; n < 150; n += 1) {
    const names = ["phone", "email", "channel", "code", "session", "extra"];
    const body =
      n % 10 === 0
        ? oddValue(random)
        : Object.fromEntries(
            names.filter(() => random() < 0.6).map((name) => [name, oddValue(random)]),
          );
    for (const handler of [startRoute, checkRoute]) {
      const answer = await callRoute(handler, { path: "/api/auth/verify", body });
      const sent = JSON.stringify(body);
      expect(answer.status, sent).toBeGreaterThanOrEqual(400);
      expect(answer.status, sent).toBeLessThan(500);
      expect(answer.json, sent).toMatchObject({
        ok: false,
        error: { code: expect.stringMatching(/^[a-z_]+$/), message: expect.stringMatching(/\.$/) },
      });
    }
  }
});
