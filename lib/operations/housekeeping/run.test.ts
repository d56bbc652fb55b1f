import { expect, test, vi } from "vitest";
import { log } from "@/lib/log";
import { keepHouse } from "@/lib/operations/housekeeping/run";
import type { Step } from "@/lib/operations/housekeeping/steps";

log.level = "silent";

/** Has so much to clear away. */
function heap(name: string, size: number, atOnce = 10): Step {
  let left = size;
  return {
    name,
    atOnce,
    clear: async (limit) => {
      const taken = Math.min(left, limit);
      left -= taken;
      return taken;
    },
  };
}

test("everything goes, piece by piece", async () => {
  const small = heap("small", 3);
  const large = heap("large", 25);
  const clear = vi.spyOn(large, "clear");
  expect(await keepHouse([small, large], 1000)).toEqual({
    cleared: { small: 3, large: 25 },
    failed: 0,
    more: false,
  });
  expect(clear.mock.calls).toEqual([[10], [10], [10]]);
});

test("a step that fails is counted, and keeps no other from being done", async () => {
  const broken = heap("broken", 5);
  vi.spyOn(broken, "clear").mockRejectedValue(new Error("no answer"));
  expect(await keepHouse([broken, heap("other", 5)], 1000)).toEqual({
    cleared: { broken: 0, other: 5 },
    failed: 1,
    more: false,
  });
});

test("when time is up it stops, and says that something may be left", async () => {
  let now = 0;
  const clock = () => now++;
  expect(await keepHouse([heap("endless", 1e6), heap("later", 1)], 4, clock)).toEqual({
    cleared: { endless: 40 },
    failed: 0,
    more: true,
  });
});
