import { expect, test } from "vitest";
import type { Transaction } from "../../sandbox/supabase/database.ts";
import { testDatabase } from "./support/database.ts";
import { makeWorld, matchId, type Person, personId } from "./support/world.ts";

const database = testDatabase(makeWorld);

const match = `match:${matchId("member")}`;
const owner = `user:${personId("owner")}`;
const member = `user:${personId("member")}`;

interface Broadcast {
  topic: string;
  event: string;
  private: boolean;
  payload: Record<string, unknown>;
}

/** What is broadcast because of a change, which is rolled back. */
async function broadcastsOf(change: (tx: Transaction) => Promise<unknown>): Promise<Broadcast[]> {
  return database().rehearse(async (tx) => {
    await tx.query("delete from realtime.messages");
    await change(tx);
    return tx.query<Broadcast>(
      "select topic, event, private, payload from realtime.messages order by topic",
    );
  });
}
const told = (broadcasts: Broadcast[]) =>
  broadcasts.map(({ topic, event }) => `${event} to ${topic}`).sort();
/** The channels of the match go on elsewhere. */
const moved = [`moved to ${match}`, `moved to ${match.replace("match:", "typing:")}`];
const sql = (text: string) => (tx: Transaction) => tx.query(text);

test("a message is told to the match, and to both lists", async () => {
  const broadcasts = await broadcastsOf(
    sql(`insert into messages (match_id, sender_id, body)
         values ('${matchId("member")}', '${personId("owner")}', 'psst')`),
  );
  expect(told(broadcasts)).toEqual([
    `match-updated to ${owner}`,
    `match-updated to ${member}`,
    `message to ${match}`,
  ]);
  expect(broadcasts.find(({ event }) => event === "message")?.payload).toMatchObject({
    body: "psst",
    sender_id: personId("owner"),
    kind: "text",
  });
});

test("a message that is taken back is told without its words", async () => {
  const broadcasts = await broadcastsOf(
    sql(`update messages set deleted_at = now() where match_id = '${matchId("member")}'`),
  );
  expect(broadcasts.find(({ event }) => event === "message-updated")?.payload).toMatchObject({
    body: null,
    deleted_at: expect.any(String),
  });
});

test("each change of a call is told to the match and to both people, its end with its line", async () => {
  const update = (set: string) =>
    sql(`update calls set ${set} where match_id = '${matchId("member")}'`);
  const calls = [`call to ${match}`, `call to ${owner}`, `call to ${member}`];
  expect(told(await broadcastsOf(update("status = 'ringing'")))).toEqual(calls.sort());
  expect(told(await broadcastsOf(update("status = status")))).toEqual([]);
  expect(told(await broadcastsOf(update("status = 'completed'")))).toEqual(
    [
      ...calls,
      `match-updated to ${owner}`,
      `match-updated to ${member}`,
      `message to ${match}`,
    ].sort(),
  );
});

test("that a telephone rings after the app is told to its owner", async () => {
  const ring = await broadcastsOf(async (tx) => {
    await tx.query(
      `insert into call_participants (call_id, profile_id, role, leg_sid, status)
       select id, '${personId("member")}', 'callee', 'CA-telephone', 'ringing' from calls limit 1`,
    );
    await tx.query("update call_participants set channel = 'phone' where leg_sid = 'CA-telephone'");
  });
  expect(told(ring)).toEqual([`call to ${member}`]);
});

const read = sql(`update match_members set last_read_at = now()
  where match_id = '${matchId("member")}' and profile_id = '${personId("owner")}'`);
const choose = (person: Person, choice: string) =>
  sql(`update private_profiles set ${choice} where id = '${personId(person)}'`);

test("what one has read is told to the others, and to one's own other tabs", async () => {
  const broadcasts = await broadcastsOf(read);
  expect(told(broadcasts)).toEqual([`match-updated to ${owner}`, `read to ${member}`]);
  expect(broadcasts.find(({ event }) => event === "read")?.payload).toMatchObject({
    match_id: matchId("member"),
    profile_id: personId("owner"),
    last_read_at: expect.any(String),
  });
});

test.for(["owner", "member"] as const)(
  "no read receipt goes out while the %s sends none",
  async (person) => {
    const broadcasts = await broadcastsOf(async (tx) => {
      await choose(person, "share_read_receipts = false")(tx);
      await tx.query("delete from realtime.messages");
      await read(tx);
    });
    expect(told(broadcasts)).toEqual([`match-updated to ${owner}`]);
  },
);

test("who goes unseen is taken from open pages at once, and shown again on return", async () => {
  const hide = choose("owner", "share_last_seen = false");
  const hidden = await broadcastsOf(hide);
  expect(told(hidden)).toEqual([
    `arrived to ${member}`,
    `choices to ${owner}`,
    `match-updated to ${owner}`,
  ]);
  expect(hidden.find(({ event }) => event === "arrived")?.payload).toMatchObject({
    profile_id: personId("owner"),
    last_seen_at: null,
  });
  const shown = await broadcastsOf(async (tx) => {
    await hide(tx);
    await tx.query("update profiles set last_seen_at = now()");
    await tx.query("delete from realtime.messages");
    await choose("owner", "share_last_seen = true")(tx);
  });
  expect(shown.find(({ event }) => event === "arrived")?.payload).toMatchObject({
    last_seen_at: expect.any(String),
  });
});

test.for(["owner", "member"] as const)(
  "an arrival is told to nobody while the %s goes unseen",
  async (person) => {
    const broadcasts = await broadcastsOf(async (tx) => {
      await choose(person, "share_last_seen = false")(tx);
      await tx.query("delete from realtime.messages");
      await tx.query("update profiles set last_seen_at = now() where id = $1", [personId("owner")]);
    });
    expect(broadcasts).toEqual([]);
  },
);

const react = (emoji: string) => (tx: Transaction) =>
  tx.query(
    `insert into message_reactions (message_id, profile_id, emoji)
     select id, $1, $2 from messages where match_id = $3
     on conflict (message_id, profile_id) do update set emoji = excluded.emoji`,
    [personId("member"), emoji, matchId("member")],
  );

test("a reaction is told to the match: its coming, its change and its going, each once", async () => {
  const broadcasts = await broadcastsOf(async (tx) => {
    await react("👍")(tx);
    await react("❤️")(tx);
    await react("❤️")(tx);
    await tx.query("delete from message_reactions");
  });
  expect(new Set(broadcasts.map(({ topic }) => topic))).toEqual(new Set([match]));
  expect(broadcasts.map(({ event, payload }) => [event, payload.emoji])).toEqual([
    ["reaction", "👍"],
    ["reaction", "❤️"],
    ["reaction", null],
  ]);
});

test("that one mutes a match is told to nobody", async () => {
  expect(await broadcastsOf(sql("update match_members set muted_until = now()"))).toEqual([]);
});

test("a block changes both lists and does not say who did it", async () => {
  const broadcasts = await broadcastsOf(
    sql(
      `insert into blocks (blocker_id, blocked_id) values ('${personId("owner")}', '${personId("member")}')`,
    ),
  );
  expect(told(broadcasts)).toEqual([
    `match-updated to ${owner}`,
    `match-updated to ${member}`,
    ...moved,
  ]);
  for (const { payload } of broadcasts) expect(Object.keys(payload)).toEqual(["id"]);
});

test.for([
  ["the end of a match", `update matches set ended_at = now() where id = '${matchId("member")}'`],
  [
    "a member who leaves",
    `update match_members set left_at = now() where profile_id = '${personId("member")}'`,
  ],
] as const)("%s changes both lists", async ([, change]) => {
  expect(new Set(told(await broadcastsOf(sql(change))))).toEqual(
    new Set([`match-updated to ${owner}`, `match-updated to ${member}`, ...moved]),
  );
});

test.for([
  `update match_members set left_at = now() where profile_id = '${personId("member")}'`,
  `update profiles set leaving_at = now() where id = '${personId("member")}'`,
  `update profiles set suspended_at = now() where id = '${personId("member")}'`,
])("who is out hears no more on a channel that is still open: %s", async (out) => {
  const broadcasts = await broadcastsOf(async (tx) => {
    await tx.query(out);
    await tx.query("delete from realtime.messages");
    await tx.query(`insert into messages (match_id, sender_id, body)
      values ('${matchId("member")}', '${personId("owner")}', 'psst')`);
  });
  const message = broadcasts.find(({ event }) => event === "message");
  expect(message?.topic).toMatch(/^match:/);
  expect(message?.topic).not.toBe(match);
});

test("everything goes by private channels, and no phone number goes by any", async () => {
  const broadcasts = await database().query<Broadcast>(
    "select topic, private, payload from realtime.messages",
  );
  expect(broadcasts.length).toBeGreaterThan(20);
  expect(broadcasts.filter((broadcast) => !broadcast.private)).toEqual([]);
  expect(JSON.stringify(broadcasts)).not.toMatch(/\+1415555/);
});

test("somebody who was away is announced to those who can reach them, once", async () => {
  const away = `update profiles set last_seen_at = now() - interval '5 minutes' where id = '${personId("owner")}'`;
  const back = `update profiles set last_seen_at = now() where id = '${personId("owner")}'`;
  const broadcasts = await broadcastsOf(async (tx) => {
    await tx.query(away);
    await tx.query("delete from realtime.messages");
    await tx.query(back);
    await tx.query(back);
  });
  expect(told(broadcasts)).toContain(`arrived to ${member}`);
  expect(broadcasts.filter(({ topic }) => topic === member)).toHaveLength(1);
  const blocked = [`user:${personId("blocked")}`, `user:${personId("stranger")}`];
  expect(broadcasts.filter(({ topic }) => blocked.includes(topic))).toEqual([]);
});
