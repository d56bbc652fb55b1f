import { beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "./support/database.ts";
import { giveNumber } from "./support/numbers.ts";
import { callSid, makeWorld, type Person, personId } from "./support/world.ts";

const database = testDatabase(makeWorld);
beforeEach(() => database().query("delete from phone_numbers"));

const wanted = "+14155550190";

async function reserve(owner: Person, number = wanted, max = 1) {
  const [row] = await database().query<{ answer: { outcome: string; id?: string } }>(
    "select reserve_number($1, $2, 'US', '', $3) as answer",
    [personId(owner), number, max],
  );
  return row?.answer;
}
const bought = (id: string | undefined) =>
  database().query(
    "update phone_numbers set provider_sid = 'PN' || repeat('a', 32) where id = $1",
    [id],
  );

test("two purchases at once do not pass the limit together", async () => {
  const answers = await Promise.all([reserve("owner"), reserve("owner", "+14155550191")]);
  expect(answers.map((answer) => answer?.outcome).sort()).toEqual(["limit", "reserved"]);
});

test("of two people who want one number, one gets it", async () => {
  const answers = await Promise.all([reserve("owner"), reserve("member")]);
  expect(answers.map((answer) => answer?.outcome).sort()).toEqual(["reserved", "taken"]);
});

test("a second request waits while the first is buying, and sees that it is bought", async () => {
  const first = await reserve("owner");
  expect(await reserve("owner")).toEqual({ outcome: "under-way" });
  await bought(first?.id);
  expect(await reserve("owner")).toEqual({ outcome: "owned", id: first?.id });
});

test("a request that died leaves its place to the next", async () => {
  const first = await reserve("owner");
  await database().query("update phone_numbers set claimed_at = now() - interval '2 minutes'");
  expect(await reserve("owner")).toEqual({ outcome: "reserved", id: first?.id });
  expect(await reserve("owner")).toEqual({ outcome: "under-way" });
});

test("numbers of the pool are taken, and nobody without a profile buys", async () => {
  await database().query("insert into phone_numbers (number, country) values ($1, 'US')", [wanted]);
  expect(await reserve("owner")).toEqual({ outcome: "taken" });
  expect(await reserve("newcomer", "+14155550191")).toEqual({ outcome: "no-profile" });
});

test("a number that is being bought is not shown yet", async () => {
  const first = await reserve("owner");
  const shown = () =>
    database().rehearse(async (tx) => {
      await tx.query(
        "select set_config('role', 'authenticated', true), set_config('request.jwt.claims', $1, true)",
        [JSON.stringify({ sub: personId("owner") })],
      );
      return tx.query("select id from phone_numbers");
    });
  expect(await shown()).toEqual([]);
  await bought(first?.id);
  expect(await shown()).toEqual([{ id: first?.id }]);
});

describe("releasing", () => {
  const release = (owner: Person, id: string) =>
    database().query("select release_number($1, $2) as sid", [personId(owner), id]);

  test("takes the rules along, tells of live calls, keeps those of the past, and frees the number", async () => {
    const id = await giveNumber(database(), "owner", wanted);
    await database().script(`
      insert into forwarding_rules (number_id, condition, forward_to)
      values ('${id}', 'always', '+14155550101');
      insert into calls (provider_sid, kind, number_id, status) values
        ('${callSid(901)}', 'phone', '${id}', 'in-progress'),
        ('${callSid(902)}', 'phone', '${id}', 'completed');
    `);
    expect(await release("member", id)).toEqual([]);
    expect(await release("owner", id)).toEqual([{ sid: callSid(901) }]);
    expect(await release("owner", id)).toEqual([]);
    expect(await database().query("select from forwarding_rules")).toEqual([]);
    expect(
      await database().query("select provider_sid from calls where number_id = $1", [id]),
    ).toHaveLength(2);
    expect(await reserve("member")).toMatchObject({ outcome: "reserved" });
  });

  test("somebody who leaves takes their number out of use: it does not fall to the pool", async () => {
    await giveNumber(database(), "owner", wanted);
    await database().query("update phone_numbers set owner_id = null");
    expect(
      await database().query("select owner_id, released_at is null as live from phone_numbers"),
    ).toEqual([{ owner_id: null, live: false }]);
  });
});
