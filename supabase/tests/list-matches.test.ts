import { describe, expect, test } from "vitest";
import type { Transaction } from "../../sandbox/supabase/database.ts";
import { become } from "./support/actors.ts";
import { testDatabase } from "./support/database.ts";
import { makeWorld, matchId, type Person, personId } from "./support/world.ts";

const database = testDatabase(makeWorld);

interface Row {
  match_id: string;
  people: {
    id: string;
    display_name: string;
    last_read_at: string | null;
    last_seen_at: string | null;
  }[];
  last_message: { body: string | null; kind: string; call?: { status: string } } | null;
  unread_count: number;
  muted_until: string | null;
  last_activity_at: string;
}

/** What a person's list shows after some changes, which are rolled back. */
async function listAfter(
  person: Person,
  change: (tx: Transaction) => Promise<unknown>,
): Promise<Row[]> {
  return database().rehearse(async (tx) => {
    await change(tx);
    await become(tx, "authenticated", personId(person));
    return tx.query<Row>("select * from list_matches()");
  });
}
const nothing = async () => {};
const write =
  (person: Person, body: string, at: string, match = matchId("member")) =>
  (tx: Transaction) =>
    tx.query(
      "insert into messages (match_id, sender_id, body, created_at) values ($1, $2, $3, now() + $4::interval)",
      [match, personId(person), body, at],
    );

test("it holds live matches only: none that ended, was left or is blocked either way", async () => {
  const rows = await listAfter("owner", nothing);
  expect(rows.map((row) => row.match_id)).toEqual([matchId("member")]);
  expect(rows[0]?.people).toMatchObject([{ id: personId("member"), display_name: "member" }]);
  for (const person of ["former", "ended", "blocked", "blocker", "stranger", "newcomer"] as const) {
    expect(await listAfter(person, nothing), person).toEqual([]);
  }
});

test("the match with the newest message comes first, a new match without any by its age", async () => {
  const second = "90000000-0000-4000-8000-000000000001";
  const third = "90000000-0000-4000-8000-000000000002";
  const pair = (id: string, friend: Person, at: string) => (tx: Transaction) =>
    tx.script(`
      insert into matches (id, created_at) values ('${id}', now() + interval '${at}');
      insert into match_members (match_id, profile_id)
      values ('${id}', '${personId("owner")}'), ('${id}', '${personId(friend)}');
    `);
  const rows = await listAfter("owner", async (tx) => {
    await pair(second, "stranger", "-2 days")(tx);
    await pair(third, "bystander", "1 minute")(tx);
    await write("stranger", "newest", "2 minutes", second)(tx);
  });
  expect(rows.map((row) => row.match_id)).toEqual([second, third, matchId("member")]);
  expect(rows.map((row) => row.last_message?.body ?? null)).toEqual(["newest", null, "hello"]);
});

test("unread is what others wrote since one has read", async () => {
  const rows = await listAfter("owner", async (tx) => {
    await write("member", "old", "1 minute")(tx);
    await tx.query("update match_members set last_read_at = now() + interval '90 seconds'");
    await write("member", "new", "2 minutes")(tx);
    await write("owner", "mine", "3 minutes")(tx);
    await write("member", "taken back", "4 minutes")(tx);
    await tx.query("update messages set deleted_at = now() where body = 'taken back'");
  });
  expect(rows[0]?.unread_count).toBe(1);
  expect(rows[0]?.last_message).toMatchObject({ body: null, kind: "text" });
});

test("a hundred unread are counted as a hundred, and so are more", async () => {
  const rows = await listAfter("owner", (tx) =>
    tx.query(
      "insert into messages (match_id, sender_id, body) select $1, $2, 'x' from generate_series(1, 130)",
      [matchId("member"), personId("member")],
    ),
  );
  expect(rows[0]?.unread_count).toBe(100);
});

test("a missed call is unread for the one who missed it; a talk for nobody", async () => {
  const end = (status: string) => (tx: Transaction) =>
    tx.query("update calls set status = $1 where match_id = $2", [status, matchId("member")]);
  // The owner called, and wrote the one text that the member has not read either.
  const missed = await listAfter("member", end("no-answer"));
  expect(missed[0]).toMatchObject({
    unread_count: 2,
    last_message: { kind: "call", call: { status: "no-answer" } },
  });
  expect((await listAfter("owner", end("no-answer")))[0]?.unread_count).toBe(0);
  expect((await listAfter("member", end("completed")))[0]?.unread_count).toBe(1);
});

test("whom one has muted is shown to oneself alone", async () => {
  const mute = (tx: Transaction) =>
    tx.query(
      "update match_members set muted_until = now() + interval '1 day' where profile_id = $1",
      [personId("owner")],
    );
  expect((await listAfter("owner", mute))[0]?.muted_until).not.toBeNull();
  expect((await listAfter("member", mute))[0]?.muted_until).toBeNull();
});

const choose = (person: Person, choice: string) => (tx: Transaction) =>
  tx.query(`update private_profiles set ${choice} where id = $1`, [personId(person)]);
const read = (person: Person, at: string) => (tx: Transaction) =>
  tx.query(
    "update match_members set last_read_at = $1::timestamptz where match_id = $2 and profile_id = $3",
    [at, matchId("member"), personId(person)],
  );
const early = "2026-01-01T00:00:00+00:00";
const late = "2026-02-02T00:00:00+00:00";

describe("a read receipt", () => {
  const seenBy = async (person: Person, ...changes: ((tx: Transaction) => Promise<unknown>)[]) => {
    const [row] = await listAfter(person, async (tx) => {
      for (const change of changes) await change(tx);
    });
    return row?.people[0]?.last_read_at ?? null;
  };

  test("says how far the other has read, once both send them", async () => {
    expect(await seenBy("owner", read("member", early))).toBe(early);
    for (const person of ["owner", "member"] as const) {
      const off = choose(person, "share_read_receipts = false");
      expect(await seenBy("owner", read("member", early), off), person).toBeNull();
    }
  });

  test("never tells what was read while none were sent", async () => {
    const off = choose("member", "share_read_receipts = false");
    const on = choose("member", "share_read_receipts = true");
    const meanwhile = [read("member", early), off, read("member", late), on];
    expect(await seenBy("owner", ...meanwhile)).toBe(early);
    expect(await seenBy("owner", ...meanwhile, read("member", late))).toBe(late);
  });

  test("is not needed to know what one has read oneself", async () => {
    const off = choose("member", "share_read_receipts = false");
    const rows = await listAfter("member", async (tx) => {
      await off(tx);
      await tx.query("update match_members set last_read_at = clock_timestamp()");
    });
    expect(rows[0]?.unread_count).toBe(0);
  });
});

/** The owner's heartbeat and list after a change. */
async function presenceAfter(change: (tx: Transaction) => Promise<unknown>) {
  return database().rehearse(async (tx) => {
    await tx.query("update profiles set last_seen_at = $1::timestamptz", [early]);
    await change(tx);
    await become(tx, "authenticated", personId("owner"));
    const [row] = await tx.query<Row>("select * from list_matches()");
    return {
      heartbeat: await tx.query<{ profile_id: string }>("select profile_id from heartbeat()"),
      listed: row?.people[0]?.last_seen_at ?? null,
    };
  });
}

test("a heartbeat answers when the reachable were last seen, and so does the list", async () => {
  expect(await presenceAfter(nothing)).toEqual({
    heartbeat: [{ profile_id: personId("member") }],
    listed: early,
  });
});

test.for(["owner", "member"] as const)(
  "nobody is seen while the %s goes unseen",
  async (person) => {
    expect(await presenceAfter(choose(person, "share_last_seen = false"))).toEqual({
      heartbeat: [],
      listed: null,
    });
  },
);

test("a heartbeat says who is there, even of those who go unseen", async () => {
  const [row] = await database().rehearse(async (tx) => {
    await choose("owner", "share_last_seen = false")(tx);
    await become(tx, "authenticated", personId("owner"));
    await tx.query("select from heartbeat()");
    await become(tx, "service_role");
    return tx.query(
      "select last_seen_at > now() - interval '1 minute' as here from profiles where id = $1",
      [personId("owner")],
    );
  });
  expect(row).toEqual({ here: true });
});
