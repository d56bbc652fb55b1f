import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Person } from "@/e2e/integration/people";
import { callRoute, startSandboxEnv } from "@/e2e/integration/sandbox-env";

const sandbox = await startSandboxEnv({ RATE_LIMIT_FACTOR: "0.1" });
const { GET: discoverRoute } = await import("@/app/api/discover/route");
const { PUT: preferencesRoute } = await import("@/app/api/discover/preferences/route");
const { POST: likeRoute } = await import("@/app/api/likes/route");
const { DELETE: undoRoute } = await import("@/app/api/likes/[profileId]/route");

let nextPhone = 100;
const newPerson = () => sandbox.signIn(`+14155550${nextPhone++}`);
const query = sandbox.supabase.query;

let ada: Person;
let ben: Person;
// Everybody of the tests before is out of the way: nobody is shown to anybody.
beforeEach(async () => {
  await query(
    `insert into discovery_preferences (profile_id, shown) select id, false from profiles
     on conflict (profile_id) do update set shown = false`,
  );
  [ada, ben] = [await newPerson(), await newPerson()];
});

async function shownTo(person: Person): Promise<string[]> {
  const { json } = await callRoute(discoverRoute, {
    method: "GET",
    path: "/api/discover",
    token: person.accessToken,
  });
  const { cards } = z.object({ cards: z.array(z.object({ id: z.string() })) }).parse(json);
  return cards.map(({ id }) => id);
}
/** People who are there to be shown. */
const newCrowd = (size: number) =>
  query<{ id: string }>(
    `with added as (
       insert into auth.users (id) select gen_random_uuid() from generate_series(1, $1) returning id
     )
     insert into profiles (id, display_name, birth_date)
     select id, 'Somebody', '1990-01-01' from added returning id`,
    [size],
  );
const decide = (by: Person, other: { id: string }, kind: string) =>
  callRoute(likeRoute, {
    path: "/api/likes",
    token: by.accessToken,
    body: { profileId: other.id, kind },
  });
const undo = (by: Person, other: Person) =>
  callRoute(undoRoute, {
    method: "DELETE",
    path: `/api/likes/${other.id}`,
    token: by.accessToken,
    params: { profileId: other.id },
  });
const prefer = (person: Person, body: object) =>
  callRoute(preferencesRoute, {
    method: "PUT",
    path: "/api/discover/preferences",
    token: person.accessToken,
    body,
  });
const matches = (one: Person, other: Person) =>
  query<{ id: string }>(
    `select m.id from matches m join match_members a on a.match_id = m.id
     join match_members b on b.match_id = m.id
     where a.profile_id = $1 and b.profile_id = $2`,
    [one.id, other.id],
  );
const refused = (status: number, code: string) => ({
  status,
  json: { ok: false, error: { code } },
});
const mayMeet = async (one: Person, other: Person) => {
  const [row] = await query<{ may: boolean }>("select private.may_meet($1, $2) as may", [
    one.id,
    other.id,
  ]);
  return row?.may;
};

test("a card says much, but neither when somebody was born nor where they are", async () => {
  await query(
    `update profiles set gender = 'man', occupation = 'Baker', height_cm = 180,
       interests = '{Bread}', birth_date = current_date - interval '30 years 1 day' where id = $1`,
    [ben.id],
  );
  await prefer(ada, { place: { latitude: 52.5, longitude: 13.4 } });
  await prefer(ben, { place: { latitude: 52.4, longitude: 13.1 } });
  const { json } = await callRoute(discoverRoute, {
    method: "GET",
    path: "/api/discover",
    token: ada.accessToken,
  });
  expect(json).toEqual({
    ok: true,
    cards: [
      {
        id: ben.id,
        name: expect.stringContaining("Person"),
        age: 30,
        bio: "",
        gender: "man",
        lookingFor: null,
        occupation: "Baker",
        hometown: null,
        heightCm: 180,
        interests: ["Bread"],
        languages: [],
        picture: null,
        // 23.2 km
        distanceKm: 30,
      },
    ],
  });
});

test("two likes make one match, whose id both get, however often they are sent", async () => {
  expect(await decide(ada, ben, "like")).toMatchObject({ status: 200, json: { match: null } });
  const answers = [await decide(ben, ada, "like"), await decide(ben, ada, "like")];
  const [match, ...others] = await matches(ada, ben);
  expect(others).toEqual([]);
  for (const { json } of answers) expect(json).toEqual({ ok: true, match: { id: match?.id } });
  expect((await decide(ada, ben, "like")).json).toEqual({ ok: true, match: { id: match?.id } });
  expect(
    await query("select call_permission from match_members where match_id = $1", [match?.id]),
  ).toEqual([{ call_permission: "ask" }, { call_permission: "ask" }]);
});

test("likes at the same time make one match", async () => {
  await Promise.all([decide(ada, ben, "like"), decide(ben, ada, "like")]);
  expect(await matches(ada, ben)).toHaveLength(1);
});

test("who liked first hears of the match on their own channel, and nobody of a like", async () => {
  const heard: string[] = [];
  const stops = [ada, ben].map(({ id }) =>
    sandbox.supabase.onBroadcast(`user:${id}`, (event) => void heard.push(`${event} ${id}`)),
  );
  await decide(ada, ben, "like");
  expect(heard).toEqual([]);
  await decide(ben, ada, "like");
  await expect.poll(() => heard).toContain(`matched ${ada.id}`);
  expect(heard).toContain(`match-updated ${ben.id}`);
  expect(heard).not.toContain(`matched ${ben.id}`);
  for (const stop of stops) stop();
});

test("a pass makes no match and tells nobody; liked later, it may", async () => {
  await decide(ada, ben, "like");
  expect((await decide(ben, ada, "pass")).json).toEqual({ ok: true, match: null });
  expect(await matches(ada, ben)).toEqual([]);
  expect((await decide(ben, ada, "like")).json).toMatchObject({
    match: { id: expect.any(String) },
  });
});

test("who likes somebody is shown earlier than before, but not always first", async () => {
  const viewers = [ada, ben, await newPerson()];
  const crowd = await newCrowd(8);
  const likers = crowd.slice(0, 4);
  let [before, after, last] = [0, 0, 0];
  for (const viewer of viewers) {
    const placesIn = (shown: string[]) =>
      likers.map(({ id }) => shown.indexOf(id)).map((place) => (place < 0 ? 10 : place));
    const sum = (places: number[]) => places.reduce((total, place) => total + place, 0);
    before += sum(placesIn(await shownTo(viewer)));
    for (const { id } of likers) {
      await query("insert into likes values ($1, $2, 'like')", [id, viewer.id]);
    }
    const shown = await shownTo(viewer);
    expect(await shownTo(viewer)).toEqual(shown);
    after += sum(placesIn(shown));
    last = Math.max(last, ...placesIn(shown));
  }
  expect(after).toBeLessThan(before);
  expect(last).toBeGreaterThan(likers.length - 1);
});

describe("nobody is shown, or can like", () => {
  const situations: [string, () => Promise<unknown>][] = [
    ["whom they blocked", () => block(ada, ben)],
    ["who blocked them", () => block(ben, ada)],
    ["their match", () => sandbox.makeMatch(ada, ben)],
    [
      "a match of earlier",
      async () =>
        query("update matches set ended_at = now() where id = $1", [
          await sandbox.makeMatch(ada, ben),
        ]),
    ],
    ["somebody who is leaving", () => leaving(ben)],
    ["who does not want to be shown", () => prefer(ben, { shown: false })],
    ["who is younger than they wish", () => prefer(ada, { minAge: 80 })],
    ["who wishes for somebody older", () => prefer(ben, { minAge: 80 })],
    ["who is older than they wish", () => prefer(ada, { maxAge: 20 })],
    ["of another gender than they wish", () => prefer(ada, { genders: ["woman"] })],
    ["who wishes for another gender", () => prefer(ben, { genders: ["nonbinary"] })],
    [
      "who is further away than they wish",
      async () => {
        await prefer(ada, { maxDistanceKm: 100, place: { latitude: 52.5, longitude: 13.4 } });
        await prefer(ben, { place: { latitude: 48.1, longitude: 11.6 } });
      },
    ],
    [
      "without a place, who wish for somebody near",
      () => prefer(ben, { maxDistanceKm: 100, place: { latitude: 48.1, longitude: 11.6 } }),
    ],
  ];
  test.for(situations)("%s", async ([, arrange]) => {
    expect(await shownTo(ada)).toEqual([ben.id]);
    await arrange();
    expect(await shownTo(ada)).toEqual([]);
    expect(await mayMeet(ada, ben)).toBe(false);
    const before = await matches(ada, ben);
    const answer = await decide(ada, ben, "like");
    // The like of a live match is given already.
    if (!answer.text.includes('"match":{')) expect(answer).toMatchObject(refused(404, "not_found"));
    expect(answer.text).not.toMatch(/block|Person \d/i);
    expect(await matches(ada, ben)).toEqual(before);
  });

  test("themselves, or a stranger to the database", async () => {
    expect(await decide(ada, ada, "like")).toMatchObject(refused(404, "not_found"));
    const nobody = { ...ben, id: "00000000-0000-4000-8000-00000000dead" };
    expect(await decide(ada, nobody, "like")).toMatchObject(refused(404, "not_found"));
    expect(await decide(ada, ben, "adore")).toMatchObject(refused(400, "invalid_request"));
  });

  test("whom they decided about, until they take the pass back", async () => {
    await decide(ada, ben, "pass");
    expect(await shownTo(ada)).toEqual([]);
    expect((await undo(ada, ben)).status).toBe(200);
    expect((await undo(ada, ben)).status).toBe(200);
    expect(await shownTo(ada)).toEqual([ben.id]);
  });
});

test("a block between two likes keeps them from being a match", async () => {
  await decide(ada, ben, "like");
  await block(ada, ben);
  expect(await decide(ben, ada, "like")).toMatchObject(refused(404, "not_found"));
  expect(await matches(ada, ben)).toEqual([]);
});

test("only the last pass is taken back, and no like", async () => {
  const cleo = await newPerson();
  await decide(ada, ben, "pass");
  await decide(ada, cleo, "pass");
  expect(await undo(ada, ben)).toMatchObject(refused(409, "conflict"));
  expect((await undo(ada, cleo)).status).toBe(200);
  expect((await undo(ada, ben)).status).toBe(200);
  await decide(ada, ben, "like");
  expect(await undo(ada, ben)).toMatchObject(refused(409, "conflict"));
});

test("a place is kept only roughly, until it is forgotten; other changes leave it", async () => {
  const place = async () =>
    (
      await query(
        "select latitude::float, longitude::float from discovery_preferences where profile_id = $1",
        [ada.id],
      )
    )[0];
  await prefer(ada, { place: { latitude: 52.520008, longitude: 13.404954 } });
  expect(await place()).toEqual({ latitude: 52.5, longitude: 13.4 });
  await prefer(ada, { minAge: 25 });
  expect(await place()).toEqual({ latitude: 52.5, longitude: 13.4 });
  await prefer(ada, { place: null });
  expect(await place()).toEqual({ latitude: null, longitude: null });
});

test.each([
  { minAge: 17 },
  { minAge: 30, maxAge: 29 },
  { genders: ["other"] },
  { maxDistanceKm: 0 },
  { place: { latitude: 91, longitude: 0 } },
])("%j is no preference", async (body) => {
  expect(await prefer(ada, body)).toMatchObject(refused(400, "invalid_request"));
});

test("likes run out for the day, passes do not; one moves about once a day here", async () => {
  const crowd = await newCrowd(12);
  const statuses: number[] = [];
  for (const person of crowd) statuses.push((await decide(ada, person, "like")).status);
  expect(statuses.slice(0, 10)).toEqual(Array(10).fill(200));
  const [, last] = crowd.slice(-2);
  if (!last) throw new Error("Nobody is left");
  expect(await decide(ada, last, "like")).toMatchObject({
    status: 429,
    json: { error: { code: "rate_limited", message: expect.stringMatching(/tomorrow/) } },
  });
  expect((await decide(ada, last, "pass")).status).toBe(200);

  const place = { latitude: 1, longitude: 1 };
  expect((await prefer(ada, { place })).status).toBe(200);
  expect((await prefer(ada, { place })).status).toBe(429);
});

test("whoever is leaving is shown nobody, and likes nobody", async () => {
  await leaving(ada);
  const refusal = refused(403, "account_closed");
  const token = ada.accessToken;
  const shown = callRoute(discoverRoute, { method: "GET", path: "/api/discover", token });
  expect(await shown).toMatchObject(refusal);
  expect(await decide(ada, ben, "like")).toMatchObject(refusal);
  expect(await shownTo(ben)).toEqual([]);
});

test("nobody gets in without a session", async () => {
  const answer = await callRoute(discoverRoute, { method: "GET", path: "/api/discover" });
  expect(answer.status).toBe(401);
});

const block = (by: Person, other: Person) =>
  query("insert into blocks (blocker_id, blocked_id) values ($1, $2)", [by.id, other.id]);
const leaving = (person: Person) =>
  query("update profiles set leaving_at = now() where id = $1", [person.id]);
