import { beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "./support/database.ts";
import { everybodyTakesPhoneCalls } from "./support/phone-calls.ts";
import { makeWorld, matchId, type Person, personId } from "./support/world.ts";

const database = testDatabase(async (fresh) => {
  await makeWorld(fresh);
  await everybodyTakesPhoneCalls(fresh);
  // A second live pair of the owner's, who shares no number with the first.
  await fresh.script(`
    insert into matches (id) values ('${matchId("stranger")}');
    insert into match_members (match_id, profile_id, call_permission) values
      ('${matchId("stranger")}', '${personId("owner")}', 'video'),
      ('${matchId("stranger")}', '${personId("stranger")}', 'video');
    select stock_pool(array['+15005550011', '+15005550012'], array['US', 'US']);
  `);
});
beforeEach(() => database().query("delete from relays"));

const pool = ["+15005550011", "+15005550012"];
interface Answer {
  outcome: string;
  number: string | null;
  expires_at: string | null;
  extension: number;
  you_take_calls: boolean;
  they_take_calls: boolean;
}
async function open(
  who: Person,
  other: Person,
  numbers: string[] = pool,
): Promise<Partial<Answer> | undefined> {
  const match = matchId(who === "owner" ? other : who);
  const [row] = await database().query<{ answer: Answer }>(
    "select open_relay($1, $2, $3) as answer",
    [match, personId(who), numbers],
  );
  return row?.answer;
}
const live = () =>
  database().query<{ match_id: string; members: number }>(
    `select r.match_id, count(m) filter (where m.ended_at is null)::integer as members
     from relays r left join relay_members m on m.relay_id = r.id
     where r.ended_at is null group by r.id`,
  );

test("both of a pair get the same number, and each their own extension", async () => {
  const mine = await open("owner", "member");
  const theirs = await open("member", "owner");
  expect(mine).toMatchObject({
    outcome: "open",
    number: "+15005550011",
    you_take_calls: true,
    they_take_calls: true,
  });
  expect(theirs).toMatchObject({ outcome: "open", number: "+15005550011", extension: 101 });
  expect(await live()).toEqual([{ match_id: matchId("member"), members: 2 }]);
});

test("nobody has a number twice; when all are taken there is none", async () => {
  await open("owner", "member");
  expect(await open("owner", "stranger")).toMatchObject({ number: "+15005550012" });
  expect(await open("bystander's friend", "bystander")).toMatchObject({ number: "+15005550011" });
  await database().query("delete from relays where match_id = $1", [matchId("stranger")]);
  expect(await open("owner", "stranger", ["+15005550011"])).toMatchObject({ number: null });
});

test("a number that two people have used last comes back to them last", async () => {
  await open("owner", "member");
  await database().query("update relays set ended_at = now()");
  expect(await open("owner", "stranger")).toMatchObject({ number: "+15005550012" });
});

test("opening it again keeps it for another 30 days", async () => {
  await open("owner", "member");
  await database().query("update relays set expires_at = now() + interval '1 hour'");
  await open("member", "owner");
  const [row] = await database().query(
    "select expires_at > now() + interval '29 days' as kept, number_id is not null as same from relays",
  );
  expect(row).toEqual({ kept: true, same: true });
});

test("one that has expired gives way to a new one", async () => {
  await open("owner", "member");
  await database().query("update relays set expires_at = now()");
  await open("owner", "member");
  expect(await database().query("select ended_at is null as live from relays order by 1")).toEqual([
    { live: false },
    { live: true },
  ]);
});

test("a number that has left the pool is lent no more, nor is somebody's own", async () => {
  await open("owner", "member");
  expect(await open("owner", "member", ["+15005550012"])).toMatchObject({ number: "+15005550012" });
  await database().query("delete from relays");
  await database().query("update phone_numbers set owner_id = $1 where number = '+15005550011'", [
    personId("bystander"),
  ]);
  expect(await open("owner", "member")).toMatchObject({ number: "+15005550012" });
  await database().query("update phone_numbers set owner_id = null, released_at = null");
});

describe("without a number", () => {
  test.for<Person>(["former", "ended", "blocked", "blocker"])("a match: %s", async (other) => {
    expect(await open("owner", other)).toEqual({ outcome: "refused" });
  });

  test("somebody else's match", async () => {
    const [row] = await database().query("select open_relay($1, $2, $3) as answer", [
      matchId("bystander's friend"),
      personId("owner"),
      pool,
    ]);
    expect(row).toEqual({ answer: { outcome: "refused" } });
  });

  test("when the other takes no calls, or has no telephone: which, is not told", async () => {
    await database().query("update private_profiles set takes_phone_calls = false where id = $1", [
      personId("member"),
    ]);
    const off = await open("owner", "member");
    await database().query(
      "update private_profiles set takes_phone_calls = true, phone = null, email = 'm@x.example' where id = $1",
      [personId("member")],
    );
    expect(await open("owner", "member")).toEqual(off);
    expect(off).toMatchObject({ number: null, they_take_calls: false, you_take_calls: true });
    await database().query("update private_profiles set phone = '+14155551001' where id = $1", [
      personId("member"),
    ]);
  });
});

describe("it ends", () => {
  const ways: [string, string, string?][] = [
    ["with the match", `update matches set ended_at = now() where id = '${matchId("member")}'`],
    [
      "when one leaves",
      `update match_members set left_at = now() where profile_id = '${personId("member")}'`,
    ],
    [
      "with a block by one",
      `insert into blocks values ('${personId("owner")}', '${personId("member")}')`,
    ],
    [
      "with a block by the other",
      `insert into blocks values ('${personId("member")}', '${personId("owner")}')`,
    ],
    [
      "when one takes no more calls",
      `update private_profiles set takes_phone_calls = false where id = '${personId("member")}'`,
    ],
  ];
  test.for(ways)("%s", async ([, statement]) => {
    const left = await database().rehearse(async (tx) => {
      await tx.query("select open_relay($1, $2, $3)", [matchId("member"), personId("owner"), pool]);
      await tx.query(statement);
      return tx.query(
        "select r.ended_at is null as relay, m.ended_at is null as member from relays r join relay_members m on m.relay_id = r.id",
      );
    });
    expect(left).toEqual([
      { relay: false, member: false },
      { relay: false, member: false },
    ]);
  });
});

test("it ends, and its number is free again, when a profile of the two is deleted", async () => {
  await open("owner", "member");
  await database().rehearse(async (tx) => {
    await tx.query("delete from profiles where id = $1", [personId("member")]);
    expect(await tx.query("select ended_at is not null as ended from relays")).toEqual([
      { ended: true },
    ]);
    expect(
      await tx.query(
        "select profile_id from relay_members where ended_at is null and profile_id = $1",
        [personId("owner")],
      ),
    ).toEqual([]);
  });
});
