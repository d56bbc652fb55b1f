import { randomUUID } from "node:crypto";
import { createClient } from "@supabase/supabase-js";
import { beforeAll, describe, expect, test } from "vitest";
import type { Person } from "@/e2e/integration/people";
import { callRoute, startSandboxEnv } from "@/e2e/integration/sandbox-env";
import { moreEmoji, quickEmoji } from "@/lib/chat/emoji";
import { fetchPage, listMatches } from "@/lib/chat/queries";
import type { Database } from "@/lib/supabase/database.types";

const sandbox = await startSandboxEnv();
const { DELETE } = await import("@/app/api/messages/[id]/route");
const { loadVoiceNote, storeVoiceNote, voiceNotePath } = await import(
  "@/lib/chat/voice-notes/storage"
);

let ada: Person;
let bo: Person;
let eve: Person;
let matchId: string;
beforeAll(async () => {
  ada = await sandbox.signIn("+14155550170");
  bo = await sandbox.signIn("+14155550171");
  eve = await sandbox.signIn("+14155550172");
  matchId = await sandbox.makeMatch(ada, bo);
});

/** Supabase as a person's browser has it. */
const as = ({ accessToken }: Person) =>
  createClient<Database>(sandbox.supabase.url, sandbox.supabase.publishableKey, {
    accessToken: async () => accessToken,
  });

async function write(by: Person, body = "Coffee on Saturday?"): Promise<string> {
  const id = randomUUID();
  await as(by)
    .from("messages")
    .insert({ id, match_id: matchId, sender_id: by.id, body })
    .throwOnError();
  return id;
}

const remove = (by: Person, id: string) =>
  callRoute(DELETE, {
    method: "DELETE",
    path: `/api/messages/${id}`,
    token: by.accessToken,
    params: { id },
  });
const react = (by: Person, id: string, emoji?: string) =>
  as(by).rpc("react", { p_message_id: id, ...(emoji && { p_emoji: emoji }) });
const seenBy = async (person: Person, id: string) =>
  (await fetchPage(as(person), { matchId })).messages.find((message) => message.id === id);

describe("a message of one's own", () => {
  test("is deleted for both, words and reactions, and again without harm", async () => {
    const id = await write(ada);
    await react(bo, id, "❤️").throwOnError();

    expect(await remove(ada, id)).toMatchObject({ status: 200, json: { ok: true } });
    expect(await remove(ada, id)).toMatchObject({ status: 200, json: { ok: true } });

    for (const person of [ada, bo]) {
      expect(await seenBy(person, id)).toMatchObject({
        deleted: true,
        body: null,
        reactions: [],
      });
      const [match] = await listMatches(as(person));
      expect(match?.lastMessage).toMatchObject({ id, deleted: true, body: null });
    }
    expect(await sandbox.supabase.query("select body from messages where id = $1", [id])).toEqual([
      { body: null },
    ]);
  });

  test("takes its sound along", async () => {
    const id = randomUUID();
    const path = voiceNotePath({ senderId: ada.id, matchId, id });
    await storeVoiceNote(path, { bytes: Buffer.from("a voice"), type: "audio/webm", seconds: 2 });
    await sandbox.supabase.query("select add_voice_note($1, $2, $3, $4, 'audio/webm', 2, '[9]')", [
      id,
      matchId,
      ada.id,
      path,
    ]);
    expect(await loadVoiceNote(path)).not.toBeNull();

    expect((await remove(ada, id)).status).toBe(200);

    expect(await loadVoiceNote(path)).toBeNull();
    expect(
      await sandbox.supabase.query(
        "select media_path, waveform, media_seconds from messages where id = $1",
        [id],
      ),
    ).toEqual([{ media_path: null, waveform: null, media_seconds: null }]);
  });
});

test("nobody deletes a message of somebody else's, a line of the group, or one that is not there", async () => {
  const id = await write(ada);
  for (const [person, message] of [
    [bo, id],
    [eve, id],
    [ada, randomUUID()],
  ] as const) {
    expect(await remove(person, message)).toMatchObject({
      status: 404,
      json: { error: { code: "not_found" } },
    });
  }
  const group = await sandbox.makeMatch(ada, bo, eve);
  const [line] = await sandbox.supabase.query<{ id: string }>(
    `insert into messages (match_id, sender_id, kind, body)
     values ($1, $2, 'system', 'Ada started this group') returning id`,
    [group, ada.id],
  );
  expect((await remove(ada, line?.id ?? "")).status).toBe(404);
  expect((await remove(ada, "the last one")).status).toBe(400);
  expect(await seenBy(bo, id)).toMatchObject({ deleted: false });
});

describe("a reaction", () => {
  test("may be any of the emoji on offer, one a person, and is taken back", async () => {
    const id = await write(ada);
    for (const emoji of [...moreEmoji, ...quickEmoji, "👍🏽", "🇵🇹", "🏳️‍🌈"]) {
      expect((await react(bo, id, emoji)).error, emoji).toBeNull();
    }
    await react(ada, id, "🔥").throwOnError();
    const { reactions } = (await seenBy(ada, id)) ?? {};
    expect(reactions).toHaveLength(2);
    expect(reactions).toEqual(
      expect.arrayContaining([
        { profileId: bo.id, emoji: "🏳️‍🌈" },
        { profileId: ada.id, emoji: "🔥" },
      ]),
    );
    await react(bo, id).throwOnError();
    expect((await seenBy(bo, id))?.reactions).toEqual([{ profileId: ada.id, emoji: "🔥" }]);
  });

  test.for(["ok", "<b>", "❤️❤️", "あ", "1", "\u200d", "👨‍👩‍👧‍👦"])(
    "is one short emoji, so not %s",
    async (text) => {
      const id = await write(ada);
      expect((await react(bo, id, text)).error?.code).toBe("23514");
    },
  );

  test("is not for strangers, nor for what was deleted", async () => {
    const id = await write(ada);
    expect((await react(eve, id, "👍")).error?.code).toBe("42501");
    await remove(ada, id);
    expect((await react(bo, id, "👍")).error?.code).toBe("42501");
  });
});
