import { expect, test } from "vitest";
import { emojiName, moreEmoji, quickEmoji } from "@/lib/chat/emoji";
import { reactionGroups, reactionWords } from "@/lib/chat/reaction-groups";

const named = (name: string) => ({ id: name.toLowerCase(), name });
const person = (name: string) => ({ ...named(name), lastSeenAt: null, lastReadAt: null });
const group = { people: [person("Cleo"), person("Ben")], former: [named("Dan")] };
const from = (emoji: string, ...ids: string[]) => ids.map((profileId) => ({ profileId, emoji }));

test("reactions are counted by emoji and say whose they are, also of who has left", () => {
  const groups = reactionGroups(
    [...from("👍", "dan"), ...from("❤️", "cleo", "me", "ben")],
    "me",
    group,
  );
  expect(groups).toEqual([
    { emoji: "❤️", count: 3, mine: true, who: "You, Ben and Cleo" },
    { emoji: "👍", count: 1, mine: false, who: "Dan" },
  ]);
  expect(groups.map(reactionWords)).toEqual(["Heart from You, Ben and Cleo", "Thumbs up from Dan"]);
});

test("they keep their places whoever comes or goes", () => {
  const order = (ids: string[]) =>
    reactionGroups([...from("👍", ...ids), ...from("❤️", "ben")], "me", group).map(
      ({ emoji }) => emoji,
    );
  expect(order(["me", "cleo"])).toEqual(order(["me"]));
});

test("there is something to choose from, each called by a name of its own", () => {
  const all = [...quickEmoji, ...moreEmoji];
  expect(quickEmoji).toHaveLength(6);
  expect(moreEmoji.length % 7).toBe(0);
  expect(new Set(all.map(emojiName)).size).toBe(all.length);
});
