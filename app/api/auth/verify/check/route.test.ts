import { createClient } from "@supabase/supabase-js";
import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { callRoute, type RouteAnswer } from "@/e2e/integration/call-route";
import { startSignIn } from "@/e2e/integration/sign-in";

const { sandbox, start, check, codeOf, wrongCodeFor, messages } = await startSignIn();
const { route } = await import("@/lib/api/route");

/** Any signed-in route does to see whose session it is and that the database takes it. */
const whoami = route({ access: "user", summary: "Who am I" }, async ({ userId, supabase }) => {
  const { data } = await supabase.from("private_profiles").select("phone, email").throwOnError();
  return { userId, reached: data };
});
const who = (credentials: { cookie?: string; token?: string }) =>
  callRoute(whoami, { method: "GET", path: "/whoami", ...credentials });
const tokensOf = ({ json }: RouteAnswer) =>
  z.object({ accessToken: z.string(), refreshToken: z.string(), expiresAt: z.int() }).parse(json);

const refusal = (status: number, code: string) => ({
  status,
  json: { ok: false, error: { code, requestId: expect.any(String) } },
});
const sessions = async (phone: string) => {
  const rows = await sandbox.supabase.query(
    `select from auth.sessions s join private_profiles p on p.id = s.user_id where phone = $1`,
    [phone],
  );
  return rows.length;
};

let lastNumber = 19;
let phone = "";
beforeEach(() => {
  lastNumber += 1;
  phone = `+141555501${lastNumber}`;
});

describe("the right code", () => {
  test("signs a new person in with cookies, and notes how to reach them", async () => {
    await start(phone);
    const answer = await check(phone, codeOf(phone));
    expect(answer).toMatchObject({
      status: 200,
      json: { ok: true, verified: true, phone, needsProfile: true },
    });
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.text).not.toContain("oken");
    expect((await who(answer)).json).toMatchObject({ reached: [{ phone, email: null }] });
  });

  test("signs the same person in the next time, who then has a profile", async () => {
    await start(phone);
    const first = await check(phone, codeOf(phone));
    await sandbox.supabase.query(
      `insert into profiles (id, display_name, birth_date)
       select id, 'Ada', '1990-01-01' from private_profiles where phone = $1`,
      [phone],
    );
    await start(phone);
    const second = await check(phone, codeOf(phone));
    expect(second.json).toMatchObject({ needsProfile: false });
    expect((await who(second)).json).toEqual((await who(first)).json);
  });

  test("gives a program tokens instead, which open the API and can be refreshed", async () => {
    await start(phone);
    const answer = await check(phone, codeOf(phone), { body: { session: "token" } });
    const { accessToken, refreshToken, expiresAt } = tokensOf(answer);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(expiresAt).toBeGreaterThan(Date.now() / 1000 + 3000);
    expect((await who({ token: accessToken })).json).toMatchObject({ reached: [{ phone }] });

    const { url, publishableKey } = sandbox.supabase;
    const client = createClient(url, publishableKey, { auth: { persistSession: false } });
    const { data } = await client.auth.refreshSession({ refresh_token: refreshToken });
    expect((await who({ token: data.session?.access_token ?? "" })).status).toBe(200);
  });

  test("may be typed with spaces, and the number in any notation", async () => {
    await start(phone);
    const spaced = codeOf(phone).replace(/(...)(...)/, " $1 $2 ");
    const written = phone.replace(/^\+1(...)(...)/, "+1 ($1) $2-");
    expect(await check(written, spaced)).toMatchObject({ status: 200, json: { phone } });
  });

  test("signs in by e-mail as well", async () => {
    const email = `ada${lastNumber}@people.example`;
    await start("", { body: { phone: undefined, email, channel: "email" } });
    const body = { phone: undefined, email: email.toUpperCase() };
    const answer = await check("", codeOf(email), { body });
    expect(answer).toMatchObject({ status: 200, json: { email, needsProfile: true } });
    expect((await who(answer)).json).toMatchObject({ reached: [{ phone: null, email }] });
  });

  test("counts with Supabase for the person's address, not for ours", async () => {
    await start(phone);
    await check(phone, codeOf(phone), { ip: "203.0.113.77" });
    const verify = sandbox.supabaseRequests.findLast(({ path }) => path === "/auth/v1/verify");
    expect(verify?.headers.get("sb-forwarded-for")).toBe("203.0.113.77");
    expect(verify?.headers.get("apikey")).toBe(sandbox.supabase.secretKey);
  });
});

describe("another code", () => {
  test("that is wrong is refused, with the tries that are left", async () => {
    await start(phone);
    const wrong = wrongCodeFor(phone);
    const tries = [];
    for (let n = 1; n <= 5; n += 1) tries.push(await check(phone, wrong));
    for (const answer of tries) expect(answer).toMatchObject(refusal(400, "wrong_code"));
    expect(tries[0]?.text).toContain("You have 4 tries left.");
    expect(tries[3]?.text).toContain("You have one try left.");
    expect(tries.every(({ cookie }) => cookie === "")).toBe(true);

    const sixth = await check(phone, codeOf(phone));
    expect(sixth).toMatchObject(refusal(429, "too_many_checks"));
    expect(sixth.headers.get("retry-after")).toBe("600");
    expect(await sessions(phone)).toBe(0);
  });

  test("that is ten minutes old is refused", async () => {
    await start(phone);
    sandbox.passSeconds(600);
    expect(await check(phone, codeOf(phone))).toMatchObject(refusal(404, "code_expired"));
  });

  test("that was used is refused", async () => {
    await start(phone);
    await check(phone, codeOf(phone));
    expect(await check(phone, codeOf(phone))).toMatchObject(refusal(404, "code_expired"));
    await sandbox.supabase.query(
      "update verification_approvals set claimed_at = claimed_at - interval '11 seconds'",
    );
    expect(await check(phone, codeOf(phone))).toMatchObject(refusal(404, "code_expired"));
    expect(await sessions(phone)).toBe(1);
  });

  test("that was never sent is refused", async () => {
    expect(await check(phone, "123456")).toMatchObject(refusal(404, "code_expired"));
  });

  test("of somebody else is refused", async () => {
    await start(phone);
    await start("+14155550119");
    const theirs = codeOf("+14155550119");
    expect(theirs).not.toBe(codeOf(phone));
    expect(await check(phone, theirs)).toMatchObject(refusal(400, "wrong_code"));
  });
});

describe("when Supabase fails after Verify has approved the code", () => {
  const verifyIsDown = () =>
    sandbox.twilio.context.faults.add({
      target: "rest",
      kind: "status",
      status: 500,
      match: "Check",
    });

  test.each([
    "/auth/v1/admin/users",
    "/auth/v1/admin/generate_link",
    "/rest/v1/private_profiles",
    "/auth/v1/verify",
  ])("at %s, the same code works again without asking Verify, once", async (path) => {
    await start(phone);
    sandbox.failSupabase({ path, status: 500, times: 1 });
    const failed = await check(phone, codeOf(phone));
    expect(failed).toMatchObject(refusal(503, "unavailable"));
    expect(failed.headers.get("retry-after")).toBe("1");
    expect(failed.cookie).toBe("");

    const fault = verifyIsDown();
    const again = await check(phone, codeOf(phone));
    sandbox.twilio.context.faults.clear(fault.id);
    expect(again).toMatchObject({ status: 200, json: { verified: true } });
    expect((await who(again)).json).toMatchObject({ reached: [{ phone }] });
    expect(await check(phone, codeOf(phone))).toMatchObject(refusal(404, "code_expired"));
  });

  test("a wrong code does not get in on the approval", async () => {
    await start(phone);
    sandbox.failSupabase({ path: "/auth/v1/verify", status: 500, times: 1 });
    await check(phone, codeOf(phone));
    expect(await check(phone, wrongCodeFor(phone))).toMatchObject(refusal(404, "code_expired"));
  });

  test("the code is worth nothing after a minute", async () => {
    await start(phone);
    sandbox.failSupabase({ path: "/auth/v1/verify", status: 500, times: 1 });
    await check(phone, codeOf(phone));
    await sandbox.supabase.query(
      "update verification_approvals set approved_at = approved_at - interval '61 seconds'",
    );
    expect(await check(phone, codeOf(phone))).toMatchObject(refusal(404, "code_expired"));
  });
});

test("two checks with one code at the same time make one session", async () => {
  await start(phone);
  const code = codeOf(phone);
  const answers = await Promise.all([check(phone, code), check(phone, code), check(phone, code)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
  expect(await sessions(phone)).toBe(1);
});

test("a number's account is not handed to its next owner", async () => {
  await start(phone);
  await check(phone, codeOf(phone));
  await sandbox.supabase.query("update private_profiles set phone = $2 where phone = $1", [
    phone,
    "+442079460099",
  ]);
  await start(phone);
  const answer = await check(phone, codeOf(phone));
  expect(answer).toMatchObject(refusal(409, "conflict"));
  expect(answer.cookie).toBe("");
});

test("another site cannot sign its visitor in as somebody else", async () => {
  await start(phone);
  const headers = { origin: "https://elsewhere.example" };
  const foreign = await check(phone, codeOf(phone), { headers });
  expect(foreign).toMatchObject(refusal(403, "bad_origin"));
  expect(foreign.cookie).toBe("");
  const own = await check(phone, codeOf(phone), { headers: { origin: sandbox.publicUrl } });
  expect(own.status).toBe(200);
});

test.each(["", "12", "abcdef", "123456789012", "12-34-56"])(
  "%j is not sent to Verify as a code",
  async (code) => {
    expect(await check(phone, code)).toMatchObject({
      ...refusal(400, "invalid_request"),
      json: { error: { fields: { code: "must be the digits of the code" } } },
    });
    expect(messages(phone)).toEqual([]);
  },
);
