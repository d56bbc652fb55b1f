import { expect, test } from "vitest";
import { setPlainEnv } from "@/e2e/integration/plain-env";
import { countAllHere, countHere, type Report, settle, type Total } from "@/lib/api/counts-here";

setPlainEnv();

const limitOf = (name: string, max = 3) => ({ name, max, windowSeconds: 60 });
const use = (name: string, subject = "ada") => ({ limit: limitOf(name), subject });

/** Postgres with other instances: it has these uses of each key before. */
function database(before: number) {
  const heard: Report[][] = [];
  const tell = async (reports: Report[]): Promise<Total[]> => {
    heard.push(reports);
    return reports.map(({ key, uses }) => ({ key, hits: before + uses, resetsAfterSeconds: 30 }));
  };
  return { heard, tell };
}

test("uses count down to nothing, and again from the top in the next window", () => {
  const now = Date.now();
  const left = (at: number) => countHere(use("down"), { now: at });
  expect([left(now), left(now), left(now)].map(({ remaining }) => remaining)).toEqual([2, 1, 0]);
  expect(left(now + 20_000)).toMatchObject({ allowed: false, resetsAfterSeconds: 40 });
  expect(left(now + 60_000)).toMatchObject({ allowed: true, remaining: 2 });
});

test("what others have used is gone here too, once Postgres has told", async () => {
  const { tell, heard } = database(2);
  expect(countHere(use("shared")).remaining).toBe(2);
  await settle(tell);
  expect(heard.flat().map(({ uses }) => uses)).toContain(1);
  expect(countHere(use("shared"))).toMatchObject({ allowed: false });
  const seconds = countHere(use("shared")).resetsAfterSeconds;
  expect(seconds).toBeGreaterThan(28);
  expect(seconds).toBeLessThanOrEqual(30);
});

test("uses are told once, however often it settles", async () => {
  const { tell, heard } = database(0);
  await settle(tell);
  countHere(use("once"));
  await settle(tell);
  await settle(tell);
  expect(heard.at(-1)).toHaveLength(1);
  const told = heard.length;
  await settle(tell);
  expect(heard).toHaveLength(told);
});

test("what could not be told is told the next time, and counts meanwhile", async () => {
  countHere(use("kept"));
  countHere(use("kept"));
  const lost = settle(async () => Promise.reject(new Error("no database")));
  await expect(lost).rejects.toThrow("no database");
  expect(countHere(use("kept"))).toMatchObject({ allowed: true, remaining: 0 });
  expect(countHere(use("kept"))).toMatchObject({ allowed: false });
  const { tell, heard } = database(0);
  await settle(tell);
  expect(heard.flat()).toContainEqual(expect.objectContaining({ uses: 3, windowSeconds: 60 }));
});

test("what is this instance's own business is told nobody, and no key names its subject", async () => {
  countHere(use("own"), { shared: false });
  countHere(use("hashed", "203.0.113.7"));
  const { tell, heard } = database(0);
  await settle(tell);
  expect(heard.flat().map(({ key }) => key.split(":")[0])).toEqual(["hashed"]);
  expect(JSON.stringify(heard)).not.toContain("203.0.113.7");
});

test("who is over their own limit uses up nothing of the others at their address", () => {
  const mine = { limit: limitOf("own-limit", 2), subject: "ada" };
  const ours = { limit: limitOf("shared-limit", 4), subject: "203.0.113.7" };
  for (let n = 0; n < 10; n += 1) countAllHere([mine, ours]);
  expect(countAllHere([mine, ours])).toMatchObject({ allowed: false, limit: mine.limit });
  expect(countHere(ours)).toMatchObject({ allowed: true, remaining: 1 });
});

test("however many have asked, Postgres is told in answers that PostgREST gives whole", async () => {
  const { tell, heard } = database(0);
  const first1000 = async (reports: Report[]) => (await tell(reports)).slice(0, 1000);
  for (let n = 0; n < 1_300; n += 1) countHere(use("crowd", `person ${n}`));
  await settle(first1000);
  expect(heard.flat().filter(({ key }) => key.startsWith("crowd:"))).toHaveLength(1_300);
  const told = heard.length;
  await settle(first1000);
  expect(heard).toHaveLength(told);
});
