import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { SandboxSupabase } from "../server.ts";
import { signIn, startTestSupabase, visitor } from "../testing/harness.ts";

let supabase: SandboxSupabase;
/** Tokens that were issued before it count as expired; seconds since 1970. */
let outdatedBefore = 0;

beforeAll(async () => {
  supabase = await startTestSupabase({
    accessTokenSeconds: 5,
    isOutdated: ({ sub, iat = 0 }) => sub !== undefined && iat < outdatedBefore,
  });
}, 60_000);
afterAll(() => supabase.close());

test("a topic closes when the access token expires, unless a fresh one came in time", async () => {
  const ann = await signIn(supabase, "ann@example.com");
  const ben = await signIn(supabase, "ben@example.com");
  const join = (who: typeof ann) => {
    const statuses: string[] = [];
    const messages: string[] = [];
    who.client
      .channel("room", { config: { private: true } })
      .on("system", {}, ({ message }) => messages.push(message))
      .subscribe((status) => statuses.push(status));
    return { statuses, messages };
  };
  await Promise.all([ann, ben].map(({ client }) => client.auth.refreshSession()));
  const annIn = join(ann);
  const benIn = join(ben);
  await vi.waitFor(() => {
    expect(annIn.statuses).toEqual(["SUBSCRIBED"]);
    expect(benIn.statuses).toEqual(["SUBSCRIBED"]);
  }, 4000);
  const expired = ben.client.auth.getSession().then(({ data }) => data.session?.access_token);
  await vi.waitFor(
    async () => {
      const { data } = await ann.client.auth.refreshSession();
      expect(data.session?.expires_at).toBeGreaterThan(Date.now() / 1000 + 3);
      expect(benIn.statuses).toEqual(["SUBSCRIBED", "CLOSED"]);
    },
    { timeout: 10_000, interval: 500 },
  );
  expect(benIn.messages).toEqual(["Token has expired 0 seconds ago"]);
  expect(annIn).toEqual({ statuses: ["SUBSCRIBED"], messages: [] });

  const late = visitor(supabase);
  await late.realtime.setAuth((await expired) ?? null);
  const reason = await new Promise((resolve) => {
    late
      .channel("room", { config: { private: true } })
      .subscribe((_status, error) => resolve(error?.message));
  });
  expect(reason).toMatch(/^InvalidJWTToken: Token has expired \d+ seconds ago$/);
  await Promise.all([ann, ben].map(({ client }) => client.removeAllChannels()));
  await late.removeAllChannels();
}, 30_000);

test("a token that is made old is refused everywhere; a token that is fresh is not", async () => {
  const { client } = await signIn(supabase, "cleo@example.com");
  const { data } = await client.auth.getSession();
  const token = data.session?.access_token ?? "";
  const rows = () => client.from("notes").select("id");
  expect((await rows()).status).toBe(200);
  outdatedBefore = Math.floor(Date.now() / 1000) + 1;
  expect(await rows()).toMatchObject({ status: 401, error: { code: "PGRST303" } });
  expect((await client.auth.getUser(token)).error?.status).toBe(403);
  outdatedBefore = Math.floor(Date.now() / 1000);
  await client.auth.refreshSession();
  expect((await rows()).status).toBe(200);
});
