import { expect, test } from "vitest";
import { withChip } from "@/lib/profiles/chips";

test("an interest of one's own is added once, spelt as the suggestion where it is one", () => {
  const add = (text: string, chosen: string[], max = 3) =>
    withChip({ text, chosen, suggestions: ["Board games"], max });
  expect(add(" board  GAMES ", [])).toEqual(["Board games"]);
  expect(add("moss", ["Moss"])).toEqual(["Moss"]);
  expect(add("Lichen", ["Moss"])).toEqual(["Moss", "Lichen"]);
  expect(add("Lichen", ["a", "b", "c"])).toEqual(["a", "b", "c"]);
  expect(add("  ", [])).toEqual([]);
});
