import type { SupabaseClient } from "@supabase/supabase-js";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { SandboxSupabase } from "./server.ts";
import { service, signIn, startTestSupabase, visitor } from "./testing/harness.ts";

let supabase: SandboxSupabase;
let ann: SupabaseClient;
let ben: SupabaseClient;
let annId: string;
let benId: string;

beforeAll(async () => {
  supabase = await startTestSupabase();
  ({ client: ann, id: annId } = await signIn(supabase, "ann@example.com"));
  ({ client: ben, id: benId } = await signIn(supabase, "ben@example.com"));
  await ann.from("authors").insert({ id: annId, name: "Ann" });
  await ben.from("authors").insert({ id: benId, name: "Ben" });
  for (const [index, body] of ["one", "two", "three"].entries()) {
    const written_at = `2026-01-0${index + 1}T10:00:00.5+00:00`;
    await ann.from("notes").insert({ author_id: annId, editor_id: benId, body, written_at });
  }
}, 60_000);
afterAll(() => supabase.close());

test("rows come back filtered, ordered, paged and counted", async () => {
  const notes = ann.from("notes").select("body, written_at", { count: "exact" });
  const { data, count } = await notes
    .or("body.eq.one,body.eq.three")
    .order("written_at", { ascending: false })
    .range(0, 0);
  expect(data).toEqual([{ body: "three", written_at: "2026-01-03T10:00:00.5+00:00" }]);
  expect(count).toBe(2);
  const late = await ann
    .from("notes")
    .select("body")
    .gt("written_at", "2026-01-01T12:00:00Z")
    .in("body", ["one", "two"])
    .limit(5);
  expect(late.data).toEqual([{ body: "two" }]);
  expect((await ann.from("notes").select("*", { count: "exact", head: true })).count).toBe(3);
});

test("text that looks like a number is found as text", async () => {
  const number = "+14155550101";
  const id = crypto.randomUUID();
  await ann.from("notes").insert({ id, author_id: annId, body: number });
  const found = ann.from("notes").select("id");
  expect((await found.eq("body", number)).data).toEqual([{ id }]);
  const among = await ann.from("notes").select("id").in("body", [number, "007"]);
  expect(among.data).toEqual([{ id }]);
  const either = await ann.from("notes").select("id").or(`body.eq.${number},body.eq.8`);
  expect(either.data).toEqual([{ id }]);
  expect((await ann.from("notes").delete().eq("body", number).select("id")).data).toEqual([{ id }]);
});

test("related rows are embedded in either direction", async () => {
  const withAuthor = await ann
    .from("notes")
    .select("body, author:authors!notes_author(name), editor:authors!notes_editor(name)")
    .eq("body", "one")
    .single();
  expect(withAuthor.data).toEqual({
    body: "one",
    author: { name: "Ann" },
    editor: { name: "Ben" },
  });
  const withNotes = await ann
    .from("authors")
    .select("name, notes!notes_author(body)")
    .eq("id", annId)
    .order("written_at", { referencedTable: "notes", ascending: false })
    .limit(2, { referencedTable: "notes" })
    .single();
  expect(withNotes.data).toEqual({ name: "Ann", notes: [{ body: "three" }, { body: "two" }] });
});

test("a written row comes back single with what it refers to", async () => {
  const columns = "body, author:authors!notes_author(name)";
  const note = { id: crypto.randomUUID(), author_id: annId, body: "four" };
  const inserted = await ann.from("notes").insert(note).select(columns).single();
  expect(inserted).toMatchObject({ status: 201, data: { body: "four", author: { name: "Ann" } } });
  const written = ann.from("notes").update({ body: "five" });
  expect((await written.eq("id", note.id).select(columns).single()).data).toMatchObject({
    body: "five",
  });
  const missing = ann.from("notes").update({ body: "six" }).eq("body", "none");
  expect(await missing.select(columns).single()).toMatchObject({
    status: 406,
    error: { code: "PGRST116" },
  });
  await ann.from("notes").delete().eq("id", note.id);
});

test("a single row is there, or maybe not, or is missing", async () => {
  const none = () => ann.from("notes").select("body").eq("body", "none");
  expect(await none().maybeSingle()).toMatchObject({ data: null, error: null });
  expect(await none().single()).toMatchObject({ status: 406, error: { code: "PGRST116" } });
});

test("rows are inserted with a client's id, upserted, updated and deleted", async () => {
  const id = crypto.randomUUID();
  const inserted = await ann
    .from("notes")
    .insert({ id, author_id: annId, body: "draft" })
    .select("id, body, written_at")
    .single();
  expect(inserted).toMatchObject({ status: 201, data: { id, body: "draft" } });
  expect(inserted.data?.written_at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+\+00:00$/);
  await ann.from("notes").upsert({ id, author_id: annId, body: "second" });
  const ignored = await ann
    .from("notes")
    .upsert({ id, author_id: annId, body: "third" }, { ignoreDuplicates: true })
    .select();
  expect(ignored.data).toEqual([]);
  const updated = await ann.from("notes").update({ editor_id: null }).eq("id", id).select("body");
  expect(updated.data).toEqual([{ body: "second" }]);
  expect((await ann.from("notes").delete().eq("id", id)).status).toBe(204);
});

test("functions give scalars, rows, tables, JSON and nothing", async () => {
  expect(await ann.rpc("note_count")).toMatchObject({ data: 3, error: null });
  expect(await ann.rpc("note_count", { minimum: 9 })).toMatchObject({ data: null, error: null });
  expect((await ann.rpc("my_notes").select("body").limit(1)).data).toEqual([{ body: "one" }]);
  expect((await ann.rpc("pages")).data).toEqual([
    { page: 1, at: "2026-01-01T00:00:00+00:00" },
    { page: 2, at: "2026-01-02T00:00:00+00:00" },
  ]);
  expect((await ann.rpc("summary")).data).toEqual({ notes: 3, at: "2026-01-01T00:00:00+00:00" });
  expect(await ann.rpc("touch")).toMatchObject({ status: 204, data: null, error: null });
});

test("policies and grants decide what each role reads and writes", async () => {
  expect((await ben.from("notes").select()).data).toEqual([]);
  expect((await ben.rpc("note_count")).data).toBeNull();
  expect((await service(supabase).from("notes").select()).data).toHaveLength(3);
  expect((await service(supabase).rpc("note_count")).data).toBe(3);
  const forged = await ben.from("notes").insert({ author_id: annId, body: "forged" });
  expect(forged).toMatchObject({ status: 403, error: { code: "42501" } });
  const secret = await ann.from("authors").select("secret");
  expect(secret).toMatchObject({ status: 403, error: { code: "42501" } });
  const anonymous = await visitor(supabase).from("notes").select();
  expect(anonymous).toMatchObject({ status: 401, error: { code: "42501" } });
});

test("errors have PostgREST's status, code and hint", async () => {
  const twice = await ann.from("authors").insert({ id: annId, name: "Ann" });
  expect(twice).toMatchObject({ status: 409, error: { code: "23505" } });
  const short = await ann.from("authors").update({ name: "A" }).eq("id", annId);
  expect(short).toMatchObject({ status: 400, error: { code: "23514" } });
  expect(await ann.rpc("fail", { reason: "No more." })).toMatchObject({
    status: 400,
    error: { code: "P0001", message: "No more.", hint: "Try again.", details: null },
  });
  const unknown = await ann.from("nothing").select();
  expect(unknown).toMatchObject({ status: 404, error: { code: "PGRST205" } });
  expect(await ann.rpc("nothing")).toMatchObject({ status: 404, error: { code: "PGRST202" } });
  const keyless = await fetch(`${supabase.url}/rest/v1/notes`);
  expect(keyless.status).toBe(401);
});

test("a changed schema is served at once", async () => {
  await supabase.query("create table public.fresh as select 1 as number");
  await vi.waitFor(async () => {
    const { data } = await service(supabase).from("fresh").select();
    expect(data).toEqual([{ number: 1 }]);
  });
});

test("a page on another origin may call", async () => {
  const preflight = await fetch(`${supabase.url}/rest/v1/unknown`, {
    method: "OPTIONS",
    headers: {
      origin: "http://localhost:3000",
      "access-control-request-method": "PATCH",
      "access-control-request-headers": "apikey,authorization,x-client-info",
    },
  });
  expect(preflight.ok).toBe(true);
  expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
  expect(preflight.headers.get("access-control-allow-methods")).toContain("PATCH");
  expect(preflight.headers.get("access-control-allow-headers")).toContain("x-client-info");
});
