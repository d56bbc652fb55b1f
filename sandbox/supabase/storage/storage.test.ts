import type { SupabaseClient } from "@supabase/supabase-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SandboxSupabase } from "../server.ts";
import { service, signIn, startTestSupabase } from "../testing/harness.ts";

let supabase: SandboxSupabase;
let ann: { client: SupabaseClient; id: string };
let ben: { client: SupabaseClient; id: string };

beforeAll(async () => {
  supabase = await startTestSupabase();
  ann = await signIn(supabase, "ann@example.com");
  ben = await signIn(supabase, "ben@example.com");
}, 60_000);
afterAll(() => supabase.close());

const text = (content: string) => new Blob([content], { type: "text/plain" });
const pictures = (who: { client: SupabaseClient }) => who.client.storage.from("pictures");

test("a file goes up, comes down, is listed and removed", async () => {
  const path = `${ann.id}/first folder/hello.txt`;
  expect((await pictures(ann).upload(path, text("hello"))).data?.path).toBe(path);
  const bytes = new Uint8Array([1, 2, 3]);
  await pictures(ann).upload(`${ann.id}/b.bin`, bytes, { contentType: "image/png" });
  const { data } = await pictures(ann).download(path);
  expect([await data?.text(), data?.type]).toEqual(["hello", "text/plain"]);
  expect((await pictures(ann).list(ann.id)).data).toMatchObject([
    { name: "b.bin", metadata: { size: 3, mimetype: "image/png" } },
    { name: "first folder", id: null },
  ]);
  expect((await pictures(ann).list(`${ann.id}/first folder`)).data).toMatchObject([
    { name: "hello.txt" },
  ]);
  expect((await pictures(ann).remove([path])).data).toHaveLength(1);
  expect((await pictures(ann).download(path)).error).not.toBeNull();
});

test("a file is replaced only when asked to", async () => {
  const path = `${ann.id}/again.txt`;
  await pictures(ann).upload(path, text("one"));
  const twice = await pictures(ann).upload(path, text("two"));
  expect(twice.error).toMatchObject({ statusCode: "409" });
  await pictures(ann).upload(path, text("two"), { upsert: true });
  expect(await (await pictures(ann).download(path)).data?.text()).toBe("two");
});

test("policies keep others out", async () => {
  const path = `${ann.id}/private.txt`;
  await pictures(ann).upload(path, text("mine"));
  expect((await pictures(ben).download(path)).error).not.toBeNull();
  expect((await pictures(ben).list(ann.id)).data).toEqual([]);
  expect((await pictures(ben).createSignedUrl(path, 60)).error).not.toBeNull();
  const foreign = await pictures(ben).upload(`${ann.id}/foreign.txt`, text("no"));
  expect(foreign.error).toMatchObject({ statusCode: "403" });
  expect((await ben.client.storage.createBucket("own")).error).toMatchObject({ statusCode: "403" });
});

test("a signed address opens one file without credentials, until it expires", async () => {
  const path = `${ann.id}/signed file.txt`;
  await pictures(ann).upload(path, text("signed"));
  const { data } = await pictures(ann).createSignedUrl(path, 60);
  const url = data?.signedUrl ?? "";
  expect(await (await fetch(url)).text()).toBe("signed");
  expect((await fetch(url.replace("signed%20file", "private"))).ok).toBe(false);
  expect((await fetch(`${url.slice(0, -4)}AAAA`)).status).toBe(400);
  const expired = await pictures(ann).createSignedUrl(path, -1);
  expect((await fetch(expired.data?.signedUrl ?? "")).status).toBe(400);
  const several = await pictures(ann).createSignedUrls([path, `${ann.id}/none`], 60);
  expect(several.data).toMatchObject([
    { path, error: null },
    { path: `${ann.id}/none`, error: "Object not found" },
  ]);
  expect(await (await fetch(several.data?.[0]?.signedUrl ?? "")).text()).toBe("signed");
});

test("a signed address takes one upload", async () => {
  const path = `${ann.id}/upload.txt`;
  const { data } = await pictures(ann).createSignedUploadUrl(path);
  const uploaded = await pictures(ben).uploadToSignedUrl(path, data?.token ?? "", text("up"));
  expect(uploaded.error).toBeNull();
  expect(await (await pictures(ann).download(path)).data?.text()).toBe("up");
});

test("a bucket limits size and type, and a public one needs no key", async () => {
  const { storage } = service(supabase);
  const options = { public: true, fileSizeLimit: 10, allowedMimeTypes: ["text/plain"] };
  expect((await storage.createBucket("notices", options)).error).toBeNull();
  const notices = storage.from("notices");
  const large = await notices.upload("large.txt", text("x".repeat(11)));
  expect(large.error).toMatchObject({ statusCode: "413" });
  const image = await notices.upload("image.png", new Blob(["x"], { type: "image/png" }));
  expect(image.error).toMatchObject({ statusCode: "415" });
  await notices.upload("small.txt", text("small"));
  const answer = await fetch(notices.getPublicUrl("small.txt").data.publicUrl);
  expect([await answer.text(), answer.headers.get("content-type")]).toEqual([
    "small",
    "text/plain",
  ]);
});
