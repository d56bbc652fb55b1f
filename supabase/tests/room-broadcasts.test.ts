import { beforeEach, expect, test } from "vitest";
import { testDatabase } from "./support/database.ts";
import { roomPlayer, roomSid } from "./support/rooms.ts";
import { makeWorld, matchId, type Person, personId } from "./support/world.ts";

const database = testDatabase(async (fresh) => {
  await makeWorld(fresh);
  await fresh.script(roomPlayer);
});
beforeEach(() => database().query("delete from calls"));

const sid = roomSid(1);
const pair = matchId("member");
const run = (sql: string, ...values: unknown[]) => database().query(`select ${sql}`, values);
const begin = () => run("begin_room_call($1, 'video', $2, $3)", sid, personId("owner"), pair);
const hear = (who: Person, event: string, status: string) =>
  run(
    "record_call_event($1, $2, $3, $4, $2 || $3, p_profile_id => $5)",
    ...[sid, `PA-${who}`, event, status, personId(who)],
  );
const connected = (who: Person) => hear(who, "participant-connected", "in-progress");

interface Told {
  topic: string;
  payload: { status: string; participants: unknown; end_reason: string | null };
}

/** The `call` events that a step causes, by topic. */
async function toldOf(step: () => Promise<unknown>): Promise<Told[]> {
  await database().query("delete from realtime.messages");
  await step();
  return database().query<Told>(
    "select topic, payload from realtime.messages where event = 'call' order by topic",
  );
}
const topics = [`match:${pair}`, `user:${personId("owner")}`, `user:${personId("member")}`];

test("each step of a room is told once to the match and to both, with where each stands", async () => {
  const at = expect.any(String);
  const person = (who: Person, role: string, status: string, joined_at: unknown = null) => ({
    ...{ profile_id: personId(who), role, status, joined_at },
  });
  const steps: [() => Promise<unknown>, string, unknown[]][] = [
    [
      begin,
      "ringing",
      [person("owner", "caller", "initiated"), person("member", "callee", "ringing")],
    ],
    [
      () => connected("owner"),
      "ringing",
      [person("owner", "caller", "in-progress", at), person("member", "callee", "ringing")],
    ],
    [
      () => connected("member"),
      "in-progress",
      [person("owner", "caller", "in-progress", at), person("member", "callee", "in-progress", at)],
    ],
    [
      () => run("leave_room_call($1, $2)", sid, personId("member")),
      "completed",
      [person("owner", "caller", "completed", at), person("member", "callee", "completed", at)],
    ],
  ];
  for (const [step, status, participants] of steps) {
    const told = await toldOf(step);
    expect(told.map(({ topic }) => topic).sort()).toEqual([...topics].sort());
    for (const { payload } of told) expect(payload).toMatchObject({ status, participants });
  }
});

test("that only a participant has changed is told too", async () => {
  await begin();
  await connected("owner");
  await connected("member");
  const told = await toldOf(() => hear("member", "participant-disconnected", "completed"));
  expect(told).toHaveLength(3);
  expect(told[0]?.payload).toMatchObject({
    status: "in-progress",
    participants: [{ status: "in-progress" }, { status: "completed" }],
  });
});

test("what changes nothing is not told", async () => {
  await begin();
  await connected("owner");
  expect(await toldOf(() => connected("owner"))).toEqual([]);
  expect(await toldOf(() => hear("owner", "track-added", "in-progress"))).toEqual([]);
});

test("a room that is closed because of a block is told once, and not why", async () => {
  await begin();
  await connected("owner");
  const told = await toldOf(() => run("close_rooms($1, 'blocked')", pair));
  expect(told).toHaveLength(3);
  expect(JSON.stringify(told)).not.toContain("blocked");
});
