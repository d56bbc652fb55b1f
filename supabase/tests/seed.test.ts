import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { become } from "./support/actors.ts";
import { seedFile, testDatabase } from "./support/database.ts";

const database = testDatabase(async () => {}, { seeded: true });

const person = (n: number) => `00000000-0000-4000-8000-0000000001${String(n).padStart(2, "0")}`;

test("twelve people have the numbers that documents and tests name", async () => {
  const people = await database().query(
    "select id, phone from private_profiles where phone is not null order by 1",
  );
  expect(people).toEqual(
    Array.from({ length: 12 }, (_, n) => ({
      id: person(n + 1),
      phone: `+141555501${String(n + 1).padStart(2, "0")}`,
    })),
  );
});

test("everybody can sign in by e-mail link, as the server does it for them", async () => {
  expect(
    await database().query(
      "select from auth.users where email is null or email_confirmed_at is null or confirmation_token is null",
    ),
  ).toEqual([]);
});

test("the first two are a match, and each person is one of Echo's", async () => {
  const [row] = await database().query(
    `select private.can_reach($1, $2) as first_two, (
       select count(*)::integer from profiles where private.can_reach(id, $3)
     ) as with_echo`,
    [person(1), person(2), person(0)],
  );
  expect(row).toEqual({ first_two: true, with_echo: 12 });
});

test("the first person's list has talk in it, something unread, and nothing from the future", async () => {
  const matches = await database().rehearse(async (tx) => {
    await become(tx, "authenticated", person(1));
    return tx.query<{ unread_count: number; last_message: object | null }>(
      "select unread_count, last_message from list_matches()",
    );
  });
  expect(matches.length).toBeGreaterThanOrEqual(4);
  expect(matches.every(({ last_message }) => last_message !== null)).toBe(true);
  expect(matches.some(({ unread_count }) => unread_count > 0)).toBe(true);
  expect(await database().query("select from messages where created_at > now()")).toEqual([]);
});

test("the first person is in a group with two of her matches, where somebody has just written", async () => {
  const groups = await database().rehearse(async (tx) => {
    await become(tx, "authenticated", person(1));
    return tx.query("select people, unread_count from list_matches() where kind = 'group'");
  });
  expect(groups).toMatchObject([
    { people: [{ id: person(4) }, { id: person(2) }], unread_count: 1 },
  ]);
  expect(
    await database().query(
      `select from match_members mine join match_members theirs using (match_id)
       join matches m on m.id = match_id and m.kind = 'pair'
       where mine.profile_id = $1 and theirs.profile_id in ($2, $3)`,
      [person(1), person(2), person(4)],
    ),
  ).toHaveLength(2);
});

test("the first two find people with much to say of themselves, some of whom like them already, and no machine", async () => {
  for (const n of [1, 2]) {
    const shown = await database().rehearse(async (tx) => {
      await become(tx, "authenticated", person(n));
      return tx.query<{ id: string; interests: string[]; occupation: string | null }>(
        "select id, interests, occupation from discover(20)",
      );
    });
    expect(shown.length).toBeGreaterThan(15);
    expect(shown.filter((one) => !one.occupation || one.interests.length < 3)).toEqual([]);
    const ids = shown.map(({ id }) => id);
    expect(ids).not.toContain(person(0));
    const likers = await database().query<{ liker_id: string }>(
      "select liker_id from likes where liked_id = $1",
      [person(n)],
    );
    expect(likers.length).toBeGreaterThan(2);
    for (const { liker_id } of likers) expect(ids).toContain(liker_id);
  }
});

test("every past call has one line, told at the time when it ended", async () => {
  const calls = await database().query<{ lines: number; on_time: boolean }>(
    `select count(m.id)::integer as lines, bool_and(m.created_at = c.ended_at) as on_time
     from calls c left join messages m on m.call_id = c.id group by c.id`,
  );
  expect(calls.length).toBeGreaterThan(5);
  expect(calls.filter(({ lines, on_time }) => lines !== 1 || !on_time)).toEqual([]);
});

test("run again, it changes nothing", async () => {
  const everything = () =>
    database().query(
      `select (select md5(string_agg(m::text, '' order by id)) from messages m) as messages,
         (select md5(string_agg(c::text, '' order by id)) from calls c) as calls,
         (select md5(string_agg(p::text, '' order by id)) from profiles p) as profiles,
         (select md5(string_agg(p::text, '' order by id)) from call_participants p) as legs,
         (select md5(string_agg(m::text, '' order by match_id, profile_id)) from match_members m) as members,
         (select md5(string_agg(l::text, '' order by liker_id, liked_id)) from likes l) as likes`,
    );
  const before = await everything();
  await database().script(await readFile(seedFile, "utf8"));
  expect(await everything()).toEqual(before);
});

test("in the sandbox a newcomer is welcomed by Echo", async () => {
  const newcomer = person(77);
  await database().script(
    await readFile(new URL("../../sandbox/demo.sql", import.meta.url), "utf8"),
  );
  const matches = await database().rehearse(async (tx) => {
    await tx.query("insert into auth.users (id) values ($1)", [newcomer]);
    await tx.query("insert into private_profiles (id, phone) values ($1, '+14155559977')", [
      newcomer,
    ]);
    await become(tx, "authenticated", newcomer);
    await tx.query(
      "insert into profiles (id, display_name, birth_date) values ($1, 'Robin', '1990-01-01')",
      [newcomer],
    );
    return tx.query("select people, last_message, unread_count from list_matches()");
  });
  expect(matches).toMatchObject([
    {
      people: [{ id: person(0), display_name: "Echo" }],
      last_message: { body: expect.stringContaining("Robin"), sender_id: person(0) },
      unread_count: 1,
    },
  ]);
});
