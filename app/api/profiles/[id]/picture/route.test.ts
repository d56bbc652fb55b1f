import sharp from "sharp";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { callRoute, startSandboxEnv } from "../../../../../e2e/integration/sandbox-env";

const sandbox = await startSandboxEnv();
const { GET } = await import("@/app/api/profiles/[id]/picture/route");
const own = await import("@/app/api/profile/picture/route");

const ada = await sandbox.signIn("+14155550181");
const ben = await sandbox.signIn("+14155550182");
const stranger = await sandbox.signIn("+14155550183");
const { query } = sandbox.supabase;

const photo = (background: string) =>
  sharp({ create: { width: 600, height: 800, channels: 3, background } })
    .jpeg()
    .toBuffer();

const picture = (id: string, token?: string, search = "", headers: Record<string, string> = {}) =>
  callRoute(GET, {
    method: "GET",
    path: `/api/profiles/${id}/picture${search}`,
    params: { id },
    headers,
    ...(token && { token }),
  });

const upload = async (token: string, bytes: Buffer, type = "image/jpeg") =>
  callRoute(own.PUT, {
    method: "PUT",
    path: "/api/profile/picture",
    token,
    rawBody: new Uint8Array(bytes),
    headers: { "content-type": type },
  });
const takeAway = (token: string) =>
  callRoute(own.DELETE, { method: "DELETE", path: "/api/profile/picture", token });

const objects = async (id: string) =>
  (
    await query<{ name: string }>(
      "select name from storage.objects where bucket_id = 'avatars' and name like $1 order by name",
      [`${id}/%`],
    )
  ).map(({ name }) => name);
const pathOf = async (id: string) =>
  (
    await query<{ avatar_path: string | null }>("select avatar_path from profiles where id = $1", [
      id,
    ])
  )[0]?.avatar_path;

// Discovery shows the strangers of this file to nobody: they are there to be kept out.
beforeAll(async () => {
  await sandbox.makeMatch(ada, ben);
  await query(
    "insert into discovery_preferences (profile_id, shown) values ($1, false), ($2, false)",
    [ada.id, stranger.id],
  );
});

beforeEach(async () => {
  await takeAway(ada.accessToken);
});

test("people see their own drawn picture and that of a match", async () => {
  for (const viewer of [ada, ben]) {
    const response = await picture(ada.id, viewer.accessToken);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("image/svg+xml");
    expect(response.text).toMatch(/^<svg /);
  }
});

test("a photo is shown in two sizes to oneself and to a match", async () => {
  expect(await upload(ada.accessToken, await photo("red"))).toMatchObject({
    ...{ status: 200, json: { ok: true, picture: await pathOf(ada.id) } },
  });
  for (const viewer of [ada, ben]) {
    for (const size of [256, 600]) {
      const answer = await picture(ada.id, viewer.accessToken, size === 600 ? "?size=1024" : "");
      expect(answer.status).toBe(302);
      const file = await fetch(answer.headers.get("location") ?? "");
      expect(file.headers.get("cache-control")).toContain("31536000");
      const { format, width, height } = await sharp(await file.arrayBuffer()).metadata();
      expect({ format, width, height }).toEqual({ format: "webp", width: size, height: size });
    }
  }
});

test("a new photo has a new address, and nothing is left of the old one", async () => {
  await upload(ada.accessToken, await photo("red"));
  const before = (await picture(ada.id, ben.accessToken)).headers.get("location") ?? "";
  await upload(ada.accessToken, await photo("blue"));
  const after = (await picture(ada.id, ben.accessToken)).headers.get("location") ?? "";
  expect((await fetch(before)).ok).toBe(false);
  expect((await fetch(after)).ok).toBe(true);
  const path = await pathOf(ada.id);
  expect(await objects(ada.id)).toEqual([`${path}/1024.webp`, `${path}/256.webp`]);

  expect(await takeAway(ada.accessToken)).toMatchObject({ json: { picture: null } });
  expect(await objects(ada.id)).toEqual([]);
  expect((await picture(ada.id, ben.accessToken)).status).toBe(200);
});

test("matches hear of a new photo, others do not", async () => {
  const heard: string[] = [];
  const stops = [ben, stranger].map(({ id }) =>
    sandbox.supabase.onBroadcast(`user:${id}`, (event) => heard.push(`${event} ${id}`)),
  );
  await upload(ada.accessToken, await photo("red"));
  await expect.poll(() => heard).toEqual([`match-updated ${ben.id}`]);
  for (const stop of stops) stop();
});

test("a match learns a person's age, a stranger does not", async () => {
  const { createTokenClient } = await import("@/lib/supabase/server");
  await query("update profiles set birth_date = current_date - interval '30 years' where id = $1", [
    ada.id,
  ]);
  const ages = await Promise.all(
    [ada, ben, stranger].map(({ accessToken }) =>
      createTokenClient(accessToken).rpc("age_of", { p_profile_id: ada.id }),
    ),
  );
  expect(ages.map(({ data }) => data)).toEqual([30, 30, null]);
});

test("of two uploads at once one stands, whole, and the other leaves nothing", async () => {
  const photos = [await photo("red"), await photo("blue")];
  const answers = await Promise.all(photos.map((bytes) => upload(ada.accessToken, bytes)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const path = await pathOf(ada.id);
  expect(await objects(ada.id)).toEqual([`${path}/1024.webp`, `${path}/256.webp`]);
});

test("what is no picture changes nothing", async () => {
  await upload(ada.accessToken, await photo("red"));
  const path = await pathOf(ada.id);
  const refused = await upload(ada.accessToken, Buffer.from("<svg/>"), "image/png");
  expect(refused).toMatchObject({
    ...{ status: 415, json: { error: { code: "unsupported_media_type" } } },
  });
  expect(await upload(ada.accessToken, await photo("red"), "image/gif")).toMatchObject({
    ...{ status: 415, json: { error: { code: "unsupported_media_type" } } },
  });
  expect(await pathOf(ada.id)).toBe(path);
  expect(await objects(ada.id)).toHaveLength(2);
});

test("strangers see no more than of a person who does not exist", async () => {
  await upload(ada.accessToken, await photo("red"));
  const nobody = "99999999-0000-4000-8000-000000000000";
  for (const [id, token] of [
    [stranger.id, ada.accessToken],
    [ada.id, stranger.accessToken],
    [nobody, ada.accessToken],
  ] as const) {
    const response = await picture(id, token);
    expect(response.status).toBe(404);
    expect(response.json).toMatchObject({ ok: false, error: { code: "not_found" } });
  }
});

test("the bucket itself is closed to everybody, its owner too", async () => {
  await upload(ada.accessToken, await photo("red"));
  const path = `${await pathOf(ada.id)}/256.webp`;
  const { createTokenClient } = await import("@/lib/supabase/server");
  const bucket = createTokenClient(ada.accessToken).storage.from("avatars");
  expect((await bucket.download(path)).error).not.toBeNull();
  expect((await bucket.createSignedUrl(path, 60)).error).not.toBeNull();
  expect((await bucket.upload(`${ada.id}/own/256.webp`, new Blob(["x"]))).error).not.toBeNull();
  expect((await bucket.list(ada.id)).data ?? []).toEqual([]);
});

test("whoever is blocked sees it no longer", async () => {
  await query("insert into blocks (blocker_id, blocked_id) values ($1, $2)", [ben.id, ada.id]);
  expect((await picture(ben.id, ada.accessToken)).status).toBe(404);
  await query("delete from blocks where blocker_id = $1", [ben.id]);
});

test("a newcomer sees their own before they have a profile, and can set one only after", async () => {
  const newcomer = await sandbox.signIn("+14155550184");
  await query("delete from profiles where id = $1", [newcomer.id]);
  expect((await picture(newcomer.id, newcomer.accessToken)).status).toBe(200);
  expect((await picture(newcomer.id, ada.accessToken)).status).toBe(404);
  expect(await upload(newcomer.accessToken, await photo("red"))).toMatchObject({ status: 409 });
  expect(await objects(newcomer.id)).toEqual([]);
});

test("visitors who are not signed in are sent away", async () => {
  expect((await picture(ada.id)).status).toBe(401);
  expect((await upload("nonsense", await photo("red"))).status).toBe(401);
});

test("browsers keep for long what they ask for by its version, and ask about the rest", async () => {
  const drawn = await picture(ada.id, ben.accessToken, "?v=0");
  expect(drawn.headers.get("cache-control")).toBe("private, max-age=1800");
  const etag = drawn.headers.get("etag") ?? "";
  const again = await picture(ada.id, ben.accessToken, "", { "if-none-match": `W/${etag}` });
  expect(again.status).toBe(304);
  expect(again.headers.get("cache-control")).toBe("private, max-age=60");
  const refused = await picture(ada.id, stranger.accessToken, "", { "if-none-match": etag });
  expect(refused.status).toBe(404);

  await upload(ada.accessToken, await photo("red"));
  const version = (await pathOf(ada.id))?.split("/").at(-1);
  const known = await picture(ada.id, ben.accessToken, `?v=${version}`);
  expect(known.headers.get("cache-control")).toBe("private, max-age=1800");
  const other = await picture(ada.id, ben.accessToken, "?v=0");
  expect(other.headers.get("cache-control")).toBe("private, max-age=60");
  expect(other.headers.get("location"), "one address for all").toBe(known.headers.get("location"));
});
