import { describe, expect, test } from "vitest";
import { testDatabase } from "./support/database.ts";
import { groupsIn } from "./support/groups.ts";
import { roomSid } from "./support/rooms.ts";
import { makeWorld, matchId, type Person, personId } from "./support/world.ts";

const database = testDatabase(makeWorld);

type Groups = ReturnType<typeof groupsIn>;
const block = "insert into blocks (blocker_id, blocked_id) values ($1, $2)";

/** Something done with groups, which is rolled back. */
const rehearse = <T>(work: (groups: Groups, query: Query) => Promise<T>) =>
  database().rehearse((tx) => work(groupsIn(tx), tx.query.bind(tx)));
type Query = <T extends object>(sql: string, values?: unknown[]) => Promise<T[]>;

/** The owner's matches with these people: with the member there is one already. */
const matchesWith = (groups: Groups, ...people: Person[]) =>
  Promise.all(people.map((person) => groups.pair("owner", person)));

/** A group of the owner, the member and the stranger. */
async function trio(groups: Groups): Promise<string> {
  const [second = ""] = await matchesWith(groups, "stranger");
  const { match_id = "" } = await groups.start("owner", [matchId("member"), second]);
  return match_id;
}

test("a group is made of two matches, and tells who started it with whom", async () => {
  const seen = await rehearse(async (groups) => {
    const group = await trio(groups);
    return {
      members: await groups.members(group),
      lines: await groups.lines(group),
      list: await groups.readAs("stranger", "select * from list_matches() where kind = 'group'"),
    };
  });
  expect(seen.members).toEqual(["member", "owner", "stranger"]);
  expect(seen.lines).toEqual(["owner started this group with member and stranger"]);
  expect(seen.list).toMatchObject([
    {
      people: [{ id: personId("member") }, { id: personId("owner") }],
      former: [],
      unread_count: 1,
      last_message: { kind: "system", sender_id: personId("owner") },
    },
  ]);
});

test("started twice, it is one group; under another title it is another", async () => {
  const answers = await rehearse(async (groups) => {
    const ids = [matchId("member"), ...(await matchesWith(groups, "stranger"))];
    return [
      await groups.start("owner", ids),
      await groups.start("owner", ids.toReversed()),
      await groups.start("owner", ids, "Saturday"),
    ];
  });
  const [first, again, other] = answers;
  expect(answers.map(({ outcome }) => outcome)).toEqual(["started", "exists", "started"]);
  expect(again?.match_id).toBe(first?.match_id);
  expect(other?.match_id).not.toBe(first?.match_id);
});

describe("refused, with nothing made", () => {
  const cases: [string, (groups: Groups) => Promise<string[]>][] = [
    ["a match of others", async () => [matchId("member"), matchId("bystander's friend")]],
    ["a match that has ended", async () => [matchId("member"), matchId("ended")]],
    ["a match that the other has left", async () => [matchId("member"), matchId("former")]],
    ["a match with somebody blocked", async () => [matchId("member"), matchId("blocked")]],
    ["a match with a blocker", async () => [matchId("member"), matchId("blocker")]],
    ["one match", async () => [matchId("member")]],
    ["one match twice", async () => [matchId("member"), matchId("member")]],
    ["no match", async () => []],
    ["a match that is not there", async () => [matchId("member"), personId("member")]],
    ["a group", async (groups) => [matchId("member"), await trio(groups)]],
  ];
  test.for(cases)("%s", async ([, choose]) => {
    await rehearse(async (groups, query) => {
      const ids = await choose(groups);
      const count = "select count(*)::integer as matches from matches";
      const before = await query(count);
      expect(await groups.start("owner", ids)).toEqual({ outcome: "refused" });
      expect(await query(count)).toEqual(before);
    });
  });
});

test("people whom a block keeps apart are not brought together, whoever made it", async () => {
  for (const [a, b] of [
    ["member", "stranger"],
    ["stranger", "member"],
  ] as const) {
    const answers = await rehearse(async (groups, query) => {
      const [second = "", third = ""] = await matchesWith(groups, "stranger", "bystander");
      const { match_id = "" } = await groups.start("owner", [matchId("member"), third]);
      await query(block, [personId(a), personId(b)]);
      return [
        await groups.start("owner", [matchId("member"), second]),
        await groups.add("owner", match_id, [second]),
      ];
    });
    expect(answers).toEqual([{ outcome: "apart" }, { outcome: "apart" }]);
  }
});

test("a group holds eight people and no ninth", async () => {
  await rehearse(async (groups, query) => {
    const ids: string[] = [];
    for (let n = 0; n < 8; n++) {
      const id = `40000000-0000-4000-8000-00000000000${n}`;
      await query("insert into auth.users (id) values ($1)", [id]);
      await query(
        "insert into profiles (id, display_name, birth_date) values ($1, $2, '1990-01-01')",
        [id, `Guest ${n}`],
      );
      const [match] = await query<{ id: string }>(
        "insert into matches default values returning id",
      );
      await query("insert into match_members (match_id, profile_id) values ($1, $2), ($1, $3)", [
        match?.id,
        personId("owner"),
        id,
      ]);
      ids.push(match?.id ?? "");
    }
    expect(await groups.start("owner", ids)).toEqual({ outcome: "full" });
    const { match_id = "" } = await groups.start("owner", ids.slice(0, 7));
    expect(await groups.members(match_id)).toHaveLength(8);
    expect(await groups.add("owner", match_id, ids.slice(7))).toEqual({ outcome: "full" });
    expect(await groups.add("owner", match_id, ids.slice(0, 1))).toEqual({ outcome: "added" });
    expect(await groups.lines(match_id)).toHaveLength(1);
  });
});

test("any member adds their own matches; who is there already stays as they are", async () => {
  const seen = await rehearse(async (groups) => {
    const group = await trio(groups);
    const friend = await groups.pair("stranger", "bystander");
    const known = await groups.pair("stranger", "member");
    expect(await groups.add("stranger", group, [friend, known])).toEqual({ outcome: "added" });
    expect(await groups.add("stranger", group, [friend])).toEqual({ outcome: "added" });
    return { members: await groups.members(group), lines: await groups.lines(group) };
  });
  expect(seen.members).toEqual(["bystander", "member", "owner", "stranger"]);
  expect(seen.lines.slice(1)).toEqual(["stranger added bystander"]);
});

test("nobody adds to a group that is not theirs, is over, or is a pair", async () => {
  await rehearse(async (groups) => {
    const group = await trio(groups);
    const theirs = await groups.pair("bystander", "former");
    const unknown = { outcome: "unknown" };
    expect(await groups.add("bystander", group, [theirs])).toEqual(unknown);
    const [mine = ""] = await matchesWith(groups, "bystander");
    expect(await groups.add("owner", matchId("member"), [mine])).toEqual(unknown);
    expect(await groups.add("owner", group, [theirs])).toEqual({ outcome: "refused" });
    await groups.leave("owner", group);
    expect(await groups.add("owner", group, [mine])).toEqual(unknown);
    await groups.leave("member", group);
    expect(await groups.add("stranger", group, [theirs])).toEqual(unknown);
  });
});

test("who leaves is out at once; the group ends when one alone is left", async () => {
  await rehearse(async (groups) => {
    const group = await trio(groups);
    const open = "select id from matches where id = $1";
    expect(await groups.leave("stranger", group)).toEqual({
      outcome: "left",
      kind: "group",
      ended: false,
      others: [personId("owner"), personId("member")],
    });
    expect(await groups.readAs("stranger", open, [group])).toEqual([]);
    expect(await groups.readAs("owner", open, [group])).toHaveLength(1);
    expect(await groups.lines(group)).toContain("stranger left");
    expect(await groups.leave("stranger", group)).toMatchObject({ outcome: "left", ended: false });
    expect(await groups.lines(group)).toHaveLength(2);

    expect(await groups.leave("member", group)).toMatchObject({
      ended: true,
      others: [personId("owner")],
    });
    expect(await groups.readAs("owner", open, [group])).toEqual([]);
  });
});

test("who leaves a pair match ends it for both, once; nobody ends those of others", async () => {
  await rehearse(async (groups, query) => {
    const ended = "select ended_at from matches where id = $1";
    expect(await groups.leave("stranger", matchId("member"))).toEqual({ outcome: "unknown" });
    expect(await groups.leave("owner", personId("owner"))).toEqual({ outcome: "unknown" });
    const left = { outcome: "left", kind: "pair", ended: true, others: [personId("member")] };
    expect(await groups.leave("owner", matchId("member"))).toEqual(left);
    const before = await query(ended, [matchId("member")]);
    expect(before).toEqual([{ ended_at: expect.anything() }]);
    expect(await groups.leave("owner", matchId("member"))).toEqual(left);
    expect(await query(ended, [matchId("member")])).toEqual(before);
    expect(await groups.readAs("member", "select * from list_matches()")).toEqual([]);
  });
});

test("who blocks a member of a group leaves it, and only the groups of both", async () => {
  await rehearse(async (groups, query) => {
    const group = await trio(groups);
    const [third = ""] = await matchesWith(groups, "bystander");
    const { match_id = "" } = await groups.start("owner", [matchId("member"), third]);
    await query(block, [personId("stranger"), personId("owner")]);
    expect(await groups.members(group)).toEqual(["member", "owner"]);
    expect(await groups.lines(group)).toContain("stranger left");
    expect(await groups.members(match_id)).toEqual(["bystander", "member", "owner"]);
    const kept = await groups.readAs("owner", "select * from list_matches() where kind = 'group'");
    expect(kept).toHaveLength(2);
  });
});

test("a newcomer to a group reads from then on, and so does one who comes back", async () => {
  await rehearse(async (groups, query) => {
    const group = await trio(groups);
    const say = (body: string, ago: string) =>
      query(
        "insert into messages (match_id, sender_id, body, created_at) values ($1, $2, $3, now() - $4::interval)",
        [group, personId("owner"), body, ago],
      );
    // One transaction has one now: what came before is moved back.
    await query("update messages set created_at = now() - interval '1 hour' where match_id = $1", [
      group,
    ]);
    await query("update match_members set joined_at = now() - interval '2 hours'");
    await say("before", "30 minutes");
    const friend = await groups.pair("owner", "bystander");
    await groups.add("owner", group, [friend]);
    await say("after", "0");

    const texts = "select body from messages where match_id = $1 and kind = 'text' order by 1";
    expect(await groups.readAs("bystander", texts, [group])).toEqual([{ body: "after" }]);
    expect(await groups.readAs("member", texts, [group])).toHaveLength(2);

    await groups.leave("member", group);
    await groups.add("owner", group, [matchId("member")]);
    expect(await groups.members(group)).toContain("member");
    expect(await groups.readAs("member", texts, [group])).toEqual([{ body: "after" }]);
    expect(await groups.lines(group)).toContain("owner added member");
  });
});

test("members see each other's profile and nothing more; of who has left, the name", async () => {
  await rehearse(async (groups) => {
    const group = await trio(groups);
    const profile = "select display_name, bio from profiles where id = $1";
    const phone = "select phone from private_profiles where id = $1";
    expect(await groups.readAs("stranger", profile, [personId("member")])).toHaveLength(1);
    expect(await groups.readAs("stranger", phone, [personId("member")])).toEqual([]);
    expect(await groups.readAs("bystander", profile, [personId("member")])).toEqual([]);

    await groups.leave("stranger", group);
    expect(await groups.readAs("member", profile, [personId("stranger")])).toEqual([]);
    expect(
      await groups.readAs("member", "select former from list_matches() where match_id = $1", [
        group,
      ]),
    ).toEqual([{ former: [{ id: personId("stranger"), display_name: "stranger" }] }]);
    expect(await groups.readAs("bystander", "select former from list_matches()")).toEqual([
      { former: [] },
    ]);
  });
});

test("a group that comes, grows and shrinks is told to the lists of all concerned", async () => {
  await rehearse(async (groups, query) => {
    const told = async () => {
      const rows = await query<{ topic: string }>(
        "select distinct topic from realtime.messages where event = 'match-updated' order by 1",
      );
      await query("delete from realtime.messages");
      return rows.map(({ topic }) => topic);
    };
    const topics = (...people: Person[]) => people.map((one) => `user:${personId(one)}`).sort();
    const [second = "", third = ""] = await matchesWith(groups, "stranger", "bystander");
    await told();
    const { match_id = "" } = await groups.start("owner", [matchId("member"), second]);
    expect(await told()).toEqual(topics("owner", "member", "stranger"));
    await groups.add("owner", match_id, [third]);
    expect(await told()).toEqual(topics("owner", "member", "stranger", "bystander"));
    await groups.leave("bystander", match_id);
    expect(await told()).toEqual(topics("owner", "member", "stranger", "bystander"));
  });
});

test("a newcomer to a group sees the calls that went on since, and none from before", async () => {
  await rehearse(async (groups, query) => {
    const group = await trio(groups);
    await query("update match_members set joined_at = now() - interval '2 hours'");
    const called = (n: number, ended: string | null) =>
      query(
        `insert into calls (provider_sid, kind, match_id, caller_id, participants, started_at, ended_at, status)
         values ($1, 'video', $2, $3, '[]', now() - interval '1 hour', now() - $4::interval, 'completed')`,
        [roomSid(n), group, personId("owner"), ended],
      );
    await called(1, "30 minutes");
    await called(2, null);
    await groups.add("owner", group, [await groups.pair("owner", "bystander")]);

    const seen = "select provider_sid from calls where match_id = $1 order by 1";
    const [before, live] = [1, 2].map((n) => ({ provider_sid: roomSid(n) }));
    expect(await groups.readAs("bystander", seen, [group])).toEqual([live]);
    expect(await groups.readAs("member", seen, [group])).toEqual([before, live]);
  });
});
