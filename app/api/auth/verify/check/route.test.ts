import { createClient } from "@supabase/supabase-js";
import { expect, test } from "vitest";
import { callRoute } from "@/e2e/integration/sandbox-env";
import { startSignIn } from "@/e2e/integration/sign-in";

const { sandbox, start, check, codeOf, wrongCodeFor } = await startSignIn();
const { GET: me } = await startProfileRoute();

/** Any signed-in route will do to see whom a session belongs to. */
async function startProfileRoute() {
  const { route } = await import("@/lib/api/route");
  return {
    GET: route({ access: "user", summary: "Who am I" }, async ({ userId, supabase }) => {
      const { data } = await supabase.from("private_profiles").select("phone").throwOnError();
      return { userId, reached: data };
    }),
  };
}

const refused = (code: string) => ({ ok: false, error: { code, requestId: expect.any(String) } });

test("the right code signs a new person in: cookies, and a row that says how to reach them", async () => {
  await start("+14155550120");
  const answer = await check("+14155550120", await codeOf("+14155550120"));
  expect(answer).toMatchObject({
    status: 200,
    json: { ok: true, verified: true, phone: "+14155550120", needsProfile: true },
  });
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.text).not.toContain("oken");

  const who = await callRoute(me, { method: "GET", path: "/me", cookie: answer.cookie });
  expect(who.json).toMatchObject({ reached: [{ phone: "+14155550120" }] });
});

test("signing in again is the same person", async () => {
  await start("+14155550121");
  const first = await check("+14155550121", await codeOf("+14155550121"));
  await start("+14155550121");
  const second = await check("+14155550121", await codeOf("+14155550121"));
  const ids = await Promise.all(
    [first, second].map(({ cookie }) => callRoute(me, { method: "GET", path: "/me", cookie })),
  );
  expect(ids[0]?.status).toBe(200);
  expect(ids[0]?.json).toEqual(ids[1]?.json);
});
