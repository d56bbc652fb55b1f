import { beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "./support/database.ts";
import { beginOwned, giveNumber, saveRule } from "./support/numbers.ts";
import { callSid, makeWorld, matchId, type Person, personId } from "./support/world.ts";

const database = testDatabase(makeWorld);
const number = "+14155550190";
const stranger = "+14155559998";
let numberId: string;

beforeEach(async () => {
  await database().script("delete from calls; delete from call_events; delete from phone_numbers;");
  numberId = await giveNumber(database(), "owner", number);
});

const begin = (from: string, sid = 100, to = number) => beginOwned(database(), from, to, sid);
async function phoneOf(person: Person): Promise<string> {
  const [row] = await database().query<{ phone: string }>(
    "select phone from private_profiles where id = $1",
    [personId(person)],
  );
  return row?.phone ?? "";
}
const calls = () =>
  database().query("select kind, match_id, caller_id, number_id, status from calls");
const rule = (condition: "always" | "busy", forwardTo: string) =>
  saveRule(database(), { owner: "owner", numberId, condition, forwardTo });

test("a match who calls from their own telephone is known by name, and the call is the match's", async () => {
  expect(await begin(await phoneOf("member"))).toMatchObject({
    outcome: "open",
    caller_name: "member",
    match_id: matchId("member"),
    owner_id: personId("owner"),
    number,
    busy: false,
    joined: false,
    rules: [],
  });
  expect(await calls()).toEqual([
    {
      kind: "phone",
      match_id: matchId("member"),
      caller_id: personId("member"),
      number_id: numberId,
      status: "initiated",
    },
  ]);
});

test.for(["former", "ended", "stranger", "blocker"] as const)(
  "who is no match (any more) is somebody: %s",
  async (person) => {
    const phone = await phoneOf(person);
    expect(await begin(phone)).toMatchObject({
      outcome: "open",
      caller_name: null,
      match_id: null,
    });
    expect(await calls()).toMatchObject([{ match_id: null, caller_id: null }]);
    expect(
      await database().query(
        "select role, profile_id, channel from call_participants order by role",
      ),
    ).toEqual([
      { role: "caller", profile_id: null, channel: "phone" },
      { role: "callee", profile_id: personId("owner"), channel: "app" },
    ]);
  },
);

test("numbers of nobody, released or of the pool are refused, and so is who the owner has blocked", async () => {
  const refused = { outcome: "refused" };
  expect(await begin(await phoneOf("blocked"))).toEqual(refused);
  expect(await begin(stranger, 101, "+14155550188")).toEqual(refused);
  await database().query("insert into phone_numbers (number, country) values ($1, 'US')", [
    "+14155550189",
  ]);
  expect(await begin(stranger, 101, "+14155550189")).toEqual(refused);
  await database().query("update phone_numbers set released_at = now() where id = $1", [numberId]);
  expect(await begin(stranger)).toEqual(refused);
  expect(await calls()).toEqual([]);
});

test("asked again about the same call, the answer is the same", async () => {
  const first = await begin(await phoneOf("member"));
  expect(await begin(await phoneOf("member"))).toEqual(first);
  expect(await begin(stranger)).toEqual(first);
  expect(await calls()).toHaveLength(1);
});

test("of a caller who has hung up already it is on record", async () => {
  await database().query("select record_call_event($1, $1, 'completed', 'completed', 'early')", [
    callSid(100),
  ]);
  await begin(stranger);
  expect(await calls()).toMatchObject([{ status: "canceled" }]);
});

test("rules that are on come in order", async () => {
  await rule("busy", "+14155550103");
  await rule("always", "+14155550101");
  await rule("always", "+14155550102");
  await saveRule(database(), {
    ...{ owner: "owner", numberId, condition: "always", forwardTo: "+14155550104" },
    enabled: false,
  });
  const answer = await begin(stranger);
  expect(answer).toMatchObject({
    rules: [
      { condition: "always", forward_to: "+14155550101", ring_timeout: 20, ours: false },
      { condition: "always", forward_to: "+14155550102" },
      { condition: "busy", forward_to: "+14155550103" },
    ],
  });
});

describe("an owner who is in another call", () => {
  beforeEach(() =>
    database().query("select begin_call($1, 'voice', $2, $3)", [
      callSid(300),
      personId("member"),
      personId("owner"),
    ]),
  );
  const callee = () =>
    database().query(
      `select p.channel, p.status from call_participants p join calls c on c.id = p.call_id
       where c.provider_sid = $1 and p.role = 'callee'`,
      [callSid(100)],
    );

  test("is busy, which is on record at once, and stays so when asked again", async () => {
    const first = await begin(stranger);
    expect(first).toMatchObject({ busy: true });
    expect(await callee()).toEqual([{ channel: "app", status: "busy" }]);
    await database().query("update calls set status = 'completed' where provider_sid = $1", [
      callSid(300),
    ]);
    expect(await begin(stranger)).toEqual(first);
  });

  test("has the call forwarded by the rules for that", async () => {
    await rule("busy", "+14155550103");
    expect(await begin(stranger)).toMatchObject({ busy: true });
    expect(await callee()).toEqual([{ channel: "phone", status: "queued" }]);
  });
});

describe("a call that another number of ours forwards", () => {
  const second = "+14155550191";
  const third = "+14155550192";
  beforeEach(async () => {
    await giveNumber(database(), "member", second);
    await giveNumber(database(), "stranger", third);
  });

  test("is put through once", async () => {
    expect(await begin(stranger, 100)).toMatchObject({ outcome: "open" });
    expect(await begin(number, 101, second)).toMatchObject({ outcome: "open", caller_name: null });
    expect(await begin(second, 102, third)).toMatchObject({ outcome: "open" });
  });

  test("is refused where it has been before, however long the way", async () => {
    expect(await begin(number, 110)).toEqual({ outcome: "refused" });
    await begin(stranger, 100);
    await begin(number, 101, second);
    expect(await begin(second, 102)).toEqual({ outcome: "refused" });
    await begin(second, 103, third);
    expect(await begin(third, 104)).toEqual({ outcome: "refused" });
  });

  test("may come there again when the first is over", async () => {
    await begin(stranger, 100);
    await begin(number, 101, second);
    await database().query("update calls set status = 'completed'");
    expect(await begin(second, 102)).toMatchObject({ outcome: "open" });
  });
});
