import { expect, test } from "vitest";
import { startDemoLikes } from "./demo-likes.ts";
import { handTimers } from "./twilio/testing/hand-timers.ts";

const demoPerson = (n: number) => `00000000-0000-4000-8000-0000000001${String(n).padStart(2, "0")}`;
const visitor = (n: number) => `7000000${n}-0000-4000-8000-000000000000`;

interface Like {
  liker_id: string;
  liked_id: string;
}

/** The demo people with a database that only remembers whom it was to like back, and when. */
async function world(owed: Like[] = []) {
  const { clock, advance } = handTimers();
  const startedAt = clock.now();
  const answered: { by: unknown; seconds: number }[] = [];
  let tell: (event: string, payload: unknown) => void = () => {};
  const stop = await startDemoLikes(
    {
      onBroadcast(topic, listener) {
        if (topic === "demo:likes") tell = listener;
        return () => {};
      },
      async query<T>(_sql: string, params?: unknown[]) {
        if (!params) return owed as T[];
        answered.push({ by: params[0], seconds: (clock.now() - startedAt) / 1000 });
        return [];
      },
    },
    { clock },
  );
  const like = (liker_id: string, liked_id: string) => tell("like", { liker_id, liked_id });
  return { answered, advance, like, stop };
}

async function answersTo(liker: string) {
  const { answered, advance, like } = await world();
  for (let n = 1; n <= 24; n++) like(liker, demoPerson(n));
  await advance(60_000);
  return answered;
}

test("about half of the likes are answered, within 3 to 20 seconds, the same ones each time", async () => {
  const all = (await Promise.all([1, 2, 3, 4, 5].map((n) => answersTo(visitor(n))))).flat();
  expect(all.length).toBeGreaterThan(40);
  expect(all.length).toBeLessThan(80);
  expect(Math.min(...all.map(({ seconds }) => seconds))).toBeGreaterThanOrEqual(3);
  expect(Math.max(...all.map(({ seconds }) => seconds))).toBeLessThanOrEqual(20);
  expect(await answersTo(visitor(1))).toEqual(await answersTo(visitor(1)));
});

test("neither Echo nor real people are spoken for", async () => {
  const { answered, advance, like } = await world();
  for (let n = 1; n < 10; n++) {
    like(visitor(n), demoPerson(0));
    like(visitor(n), "6f9619ff-8b86-4d01-b42d-00cf4fc964ff");
  }
  await advance(60_000);
  expect(answered).toEqual([]);
});

test("an answer that was owed is given after a new start, and none once it is over", async () => {
  const likes = Array.from({ length: 24 }, (_, n) => ({
    liker_id: visitor(1),
    liked_id: demoPerson(n + 1),
  }));
  const { answered, advance } = await world(likes);
  await advance(60_000);
  expect(answered.length).toBeGreaterThan(5);

  const over = await world(likes);
  over.stop();
  await over.advance(60_000);
  expect(over.answered).toEqual([]);
});
