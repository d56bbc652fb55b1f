import { beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "./support/database.ts";
import { callSid, makeWorld, type Person, personId } from "./support/world.ts";

const parent = callSid(100);
const child = callSid(101);
const sid = (n: number) => `RE${n.toString(16).padStart(32, "0")}`;
const transcriptSid = (n: number) => `GT${n.toString(16).padStart(32, "0")}`;

const database = testDatabase(makeWorld);
beforeEach(async () => {
  await database().query("delete from calls");
  await ask("begin_call($1, 'voice', $2, $3)", [parent, personId("owner"), personId("member")]);
});

type Answer = Record<string, unknown>;
async function ask(sql: string, values: unknown[]): Promise<Answer | undefined> {
  const [row] = await database().query<{ answer: Answer }>(`select ${sql} as answer`, values);
  return row?.answer;
}
const agree = (who: Person, agrees = true, leg = parent) =>
  ask("agree_to_recording($1, $2, $3)", [leg, agrees, personId(who)]);
const hear = (status: string, leg = child, who: Person = "member") =>
  ask("record_call_event($1, $2, $3::text, $3::text::call_status, $4, p_profile_id => $5)", [
    ...[parent, leg, status, `${leg}:${status}`, personId(who)],
  ]);
const record = (n: number, more: { kind?: string; status?: string; seconds?: number } = {}) =>
  ask("record_recording($1, $2, $3, $4, 30, 2, $5)", [
    ...[sid(n), parent, more.kind ?? "call", more.status ?? "in-progress", more.seconds ?? null],
  ]);
const state = async () =>
  (await database().query("select recording from calls where provider_sid = $1", [parent]))[0];
const rows = () =>
  database().query("select status, channels, duration_seconds from recordings order by 1");
const talk = () => hear("in-progress");
async function bothAgree() {
  await agree("owner");
  return agree("member");
}

describe("a call is recorded when everybody in it has agreed", () => {
  test("one asks, the other agrees", async () => {
    await talk();
    expect(await agree("owner")).toEqual({
      outcome: "ask",
      call_sid: parent,
      recording: "asked",
      asked_by: personId("owner"),
    });
    // The callee's browser knows its own leg only.
    expect(await agree("member", true, child)).toMatchObject({
      outcome: "start",
      recording: "on",
      asked_by: personId("owner"),
    });
  });

  test("who asks twice has not agreed for the other", async () => {
    await talk();
    await agree("owner");
    expect(await agree("owner")).toMatchObject({ outcome: "ask", recording: "asked" });
    expect(await bothAgree()).toMatchObject({ outcome: "start" });
    expect(await agree("member")).toMatchObject({ outcome: "start", recording: "on" });
  });

  test("agreed before the call is taken, it begins when it is", async () => {
    expect(await bothAgree()).toMatchObject({ outcome: "ask", recording: "asked" });
    expect(await talk()).toMatchObject({ recording: "on" });
  });

  test("who joins later has not agreed: it stops until they have", async () => {
    await talk();
    await bothAgree();
    expect(await hear("in-progress", callSid(102), "stranger")).toMatchObject({
      recording: "asked",
    });
    expect(await agree("stranger")).toMatchObject({ outcome: "start", recording: "on" });
  });

  test("somebody at a telephone who is not on Duet has to agree as well", async () => {
    await database().query("update call_participants set profile_id = null where role = 'callee'");
    await ask("record_call_event($1, $2, 'answered', 'in-progress', 'key')", [parent, child]);
    await agree("owner");
    expect(await state()).toEqual({ recording: "asked" });
    expect(await ask("agree_to_recording($1, true)", [parent])).toMatchObject({ outcome: "start" });
  });

  test.for(["owner", "member"] as const)("the %s takes it back for both", async (who) => {
    await talk();
    await bothAgree();
    expect(await agree(who, false)).toMatchObject({ outcome: "stop", recording: "stopped" });
    expect(await agree(who, false)).toMatchObject({ outcome: "stop", recording: "stopped" });
    expect(await agree("owner")).toMatchObject({ outcome: "ask", asked_by: personId("owner") });
    expect(await agree("member")).toMatchObject({ outcome: "start" });
    expect(
      await database().query(
        "select count(*)::integer as n, count(withdrawn_at)::integer as withdrawn from recording_consents",
      ),
    ).toEqual([{ n: 4, withdrawn: 2 }]);
  });

  test("two who agree at the same time both learn that it starts, or one does", async () => {
    await talk();
    const outcomes = (await Promise.all([agree("owner"), agree("member")])).map(
      (answer) => answer?.outcome,
    );
    expect(outcomes).toContain("start");
    expect(await state()).toEqual({ recording: "on" });
  });

  test("a provider that cannot record leaves the question asked", async () => {
    await talk();
    await bothAgree();
    await database().query("select recording_not_started($1)", [parent]);
    expect(await state()).toEqual({ recording: "asked" });
    expect(await agree("member")).toMatchObject({ outcome: "start" });
  });

  test("nobody else, and nobody after the call", async () => {
    await talk();
    expect(await agree("stranger")).toEqual({ outcome: "not-found" });
    expect(await agree("owner", true, callSid(7))).toEqual({ outcome: "not-found" });
    await hear("completed");
    expect(await agree("owner")).toEqual({ outcome: "over" });
  });
});

describe("what the provider says of a recording", () => {
  test("in any order, and again, leaves the same row", async () => {
    await talk();
    await bothAgree();
    for (const status of ["completed", "in-progress", "completed"]) {
      expect(await record(1, { status, ...(status === "completed" && { seconds: 7 }) })).toEqual({
        outcome: "recorded",
        status: "completed",
      });
    }
    expect(await rows()).toEqual([{ status: "completed", channels: 2, duration_seconds: 7 }]);
  });

  test("without consent it is unwanted and leaves no row", async () => {
    await talk();
    await agree("owner");
    expect(await record(1)).toEqual({ outcome: "unwanted" });
    expect(await record(1, { status: "completed" })).toEqual({ outcome: "unwanted" });
    expect(await rows()).toEqual([]);
  });

  test.each([
    ["is kept when it ended as it was taken back", 40, "recorded", "completed"],
    ["is deleted when it went on after that", 90, "unwanted", "deleted"],
  ])("%s", async (_, seconds, outcome, status) => {
    await talk();
    await bothAgree();
    await record(1);
    await agree("owner", false);
    await database().query(`update recordings set started_at = now() - interval '90 seconds'`);
    await database().query(
      `update recording_consents set agreed_at = now() - interval '90 seconds',
         withdrawn_at = now() - interval '50 seconds'`,
    );
    expect(await record(1, { status: "completed", seconds })).toMatchObject({ outcome, status });
    expect(await rows()).toMatchObject([{ status }]);
  });

  test("that it ended, told after consent was withdrawn, is of what had been agreed", async () => {
    await talk();
    await bothAgree();
    await record(1);
    await agree("member", false);
    expect(await record(1, { status: "completed", seconds: 3 })).toMatchObject({
      outcome: "recorded",
    });
    await database().query(
      "update recording_consents set agreed_at = now() - interval '1 hour', withdrawn_at = now() - interval '1 minute'",
    );
    expect(await record(2)).toEqual({ outcome: "unwanted" });
  });

  test("a deleted one does not come back", async () => {
    await talk();
    await bothAgree();
    await record(1);
    await database().query("select forget_recording($1)", [sid(1)]);
    expect(await record(1, { status: "completed" })).toMatchObject({ outcome: "unwanted" });
    expect(await rows()).toMatchObject([{ status: "deleted" }]);
    expect(await turn(1, "hello")).toEqual({ outcome: "unwanted" });
  });

  test("voicemail belongs to the owner of the number that was called", async () => {
    await database().query(
      `with owned as (insert into phone_numbers (number, owner_id, country)
         values ('+14155559001', $1, 'US') returning id)
       update calls set number_id = owned.id from owned`,
      [personId("owner")],
    );
    expect(await record(1, { kind: "voicemail" })).toMatchObject({ outcome: "recorded" });
    expect(await database().query("select kind, owner_id from recordings")).toEqual([
      { kind: "voicemail", owner_id: personId("owner") },
    ]);
    await database().query("update phone_numbers set owner_id = null");
    expect(await record(2, { kind: "voicemail" })).toEqual({ outcome: "unwanted" });
  });
});

const turn = (number: number, text: string, track = "inbound_track", n = 1) =>
  ask("record_transcript($1, $2, $3, 'in-progress', $4)", [
    ...[transcriptSid(1), parent, sid(n)],
    JSON.stringify({ number: String(number), text, said_at: new Date(), track }),
  ]);

describe("a transcript", () => {
  test("is made of turns with their speakers, once each, before or after its recording", async () => {
    await talk();
    await bothAgree();
    await turn(2, "hello you", "outbound_track");
    await record(1);
    await turn(1, "hello");
    await turn(1, "hello");
    const [transcript] = await database().query<{ turns: object; linked: boolean }>(
      "select turns, recording_id is not null as linked from transcripts",
    );
    expect(transcript).toMatchObject({
      linked: true,
      turns: {
        1: { text: "hello", profile_id: personId("owner") },
        2: { text: "hello you", profile_id: personId("member") },
      },
    });
  });

  test("has nothing that was said when not everybody agreed", async () => {
    await talk();
    await agree("owner");
    expect(await turn(1, "secret")).toEqual({ outcome: "unwanted" });
    expect(await database().query("select from transcripts")).toEqual([]);
  });
});

const news = () =>
  database().query(
    "select topic, payload - 'id' as payload from realtime.messages where event = 'recording' order by topic",
  );
const toldBoth = [
  { topic: `user:${personId("owner")}`, payload: { kind: "call" } },
  { topic: `user:${personId("member")}`, payload: { kind: "call" } },
];

test("everybody concerned hears that there is something new, and not what", async () => {
  await talk();
  await bothAgree();
  await database().query("delete from realtime.messages");
  await record(1);
  expect(await news()).toEqual(toldBoth);
});

test("everybody concerned hears that the words have come", async () => {
  await talk();
  await bothAgree();
  await record(1);
  await database().query("delete from realtime.messages");
  await database().query(
    `insert into transcripts (call_id, recording_id, recording_sid, provider_sid, status)
     select call_id, id, provider_sid, 'TR' || repeat('1', 32), 'completed' from recordings`,
  );
  expect(await news()).toEqual(toldBoth);
});
