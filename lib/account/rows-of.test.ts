import { expect, test } from "vitest";
import { rowsOf } from "@/lib/account/rows-of";

test("more rows than a project gives at once are asked for page by page, none left out", async () => {
  const all = Array.from({ length: 2000 }, (_, n) => n);
  const asked: [number, number][] = [];
  const rows = await rowsOf((from, to) => ({
    throwOnError: async () => {
      asked.push([from, to]);
      return { data: all.slice(from, to + 1) };
    },
  }));
  expect(rows).toEqual(all);
  expect(asked).toEqual([
    [0, 999],
    [1000, 1999],
    [2000, 2999],
  ]);
});
