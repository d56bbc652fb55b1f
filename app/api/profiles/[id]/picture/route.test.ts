import { beforeAll, expect, test } from "vitest";
import { callRoute, startSandboxEnv } from "../../../../../e2e/integration/sandbox-env";

const sandbox = await startSandboxEnv();
const { GET } = await import("@/app/api/profiles/[id]/picture/route");

const ada = await sandbox.signIn("+14155550181");
const ben = await sandbox.signIn("+14155550182");
const stranger = await sandbox.signIn("+14155550183");
beforeAll(() => sandbox.makeMatch(ada, ben));

const picture = (id: string, token?: string, headers: Record<string, string> = {}) =>
  callRoute(GET, {
    method: "GET",
    path: `/api/profiles/${id}/picture`,
    params: { id },
    headers,
    ...(token && { token }),
  });

test("people see their own picture and that of a match", async () => {
  for (const viewer of [ada, ben]) {
    const response = await picture(ada.id, viewer.accessToken);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("image/svg+xml");
    expect(response.text).toMatch(/^<svg /);
  }
});

test("strangers see no more than of a person who does not exist", async () => {
  const nobody = "99999999-0000-4000-8000-000000000000";
  for (const id of [stranger.id, nobody]) {
    const response = await picture(id, ada.accessToken);
    expect(response.status).toBe(404);
    expect(response.json).toMatchObject({ ok: false, error: { code: "not_found" } });
  }
});

test("whoever is blocked sees it no longer", async () => {
  await sandbox.supabase.query("insert into blocks (blocker_id, blocked_id) values ($1, $2)", [
    ben.id,
    ada.id,
  ]);
  expect((await picture(ben.id, ada.accessToken)).status).toBe(404);
  await sandbox.supabase.query("delete from blocks where blocker_id = $1", [ben.id]);
});

test("a newcomer sees their own before they have a profile; nobody else does", async () => {
  const newcomer = await sandbox.signIn("+14155550184");
  await sandbox.supabase.query("delete from profiles where id = $1", [newcomer.id]);
  expect((await picture(newcomer.id, newcomer.accessToken)).status).toBe(200);
  expect((await picture(newcomer.id, ada.accessToken)).status).toBe(404);
});

test("visitors who are not signed in are sent away", async () => {
  expect((await picture(ada.id)).status).toBe(401);
});

test("browsers keep it for themselves and ask whether it has changed", async () => {
  const first = await picture(ada.id, ben.accessToken);
  expect(first.headers.get("cache-control")).toBe("private, max-age=3600");
  const etag = first.headers.get("etag") ?? "";
  const again = await picture(ada.id, ben.accessToken, { "if-none-match": `W/${etag}` });
  expect(again.status).toBe(304);
  expect(again.headers.get("cache-control")).toBe("private, max-age=3600");
  expect((await picture(ada.id, stranger.accessToken, { "if-none-match": etag })).status).toBe(404);
});
