import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, isoTimestamp } from "./database.ts";
import { openPglite } from "./pglite.ts";

let database: Database;

beforeAll(async () => {
  database = await openPglite(null);
  await database.script("create table numbers (n integer)");
}, 60_000);
afterAll(() => database.close());

test("a transaction that Lite sends in pieces is not mixed up with anybody else's", async () => {
  const { connection } = database;
  const slow = database.exclusive(() =>
    connection.runInTransaction(async (tx) => {
      await tx.insertInto("numbers").values({ n: 1 }).execute();
      await new Promise((resolve) => setImmediate(resolve));
      await tx.insertInto("numbers").values({ n: 2 }).execute();
    }),
  );
  const failing = database.exclusive(() =>
    connection.runInTransaction(async (tx) => {
      await tx.insertInto("numbers").values({ n: 3 }).execute();
      throw new Error("rolled back");
    }),
  );
  const single = database.query("insert into numbers values (4)");
  await Promise.all([slow, expect(failing).rejects.toThrow("rolled back"), single]);
  expect(await database.query("select n from numbers order by n")).toEqual([
    { n: 1 },
    { n: 2 },
    { n: 4 },
  ]);
});

test("a rehearsal gives its result and leaves nothing behind", async () => {
  const seen = await database.rehearse(async (tx) => {
    await tx.script("create table rehearsed ()");
    return tx.query("select count(*)::integer as rows from rehearsed");
  });
  expect(seen).toEqual([{ rows: 0 }]);
  await expect(database.query("select from rehearsed")).rejects.toThrow("does not exist");
});

test("timestamps read as PostgREST writes them", () => {
  expect(isoTimestamp("2026-11-20 22:03:37.357+00")).toBe("2026-11-20T22:03:37.357+00:00");
  expect(isoTimestamp("2026-11-20 22:03:37+05:30")).toBe("2026-11-20T22:03:37+05:30");
  expect(isoTimestamp("2026-11-20 22:03:37")).toBe("2026-11-20T22:03:37");
  expect(isoTimestamp("infinity")).toBe("infinity");
});
