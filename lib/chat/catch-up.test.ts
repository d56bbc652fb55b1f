import { expect, test } from "vitest";
import { catchUp } from "@/lib/chat/catch-up";
import type { Cursor } from "@/lib/chat/queries";
import { textMessage } from "@/lib/chat/testing";

const all = Array.from({ length: 200 }, (_, n) => textMessage(String(n).padStart(3, "0"), n));
const pageOf = 5;

async function fetchBefore(cursor: Cursor | undefined) {
  const end = cursor ? all.findIndex(({ id }) => id === cursor.id) : all.length;
  const start = Math.max(0, end - pageOf);
  return { messages: all.slice(start, end), hasOlder: start > 0 };
}

test("a tab that slept fetches back to what it knows, whole and without a gap", async () => {
  const known = all.slice(170, 188);
  const page = await catchUp(known, fetchBefore);
  expect(page.messages[0]?.id).toBe("185");
  expect(page.messages.at(-1)?.id).toBe("199");
  expect(page.messages.map(({ id }) => id)).toEqual(all.slice(185).map(({ id }) => id));
});

test("a tab that missed nothing fetches one page", async () => {
  const page = await catchUp(all, fetchBefore);
  expect(page.messages).toHaveLength(pageOf);
});

test("after a very long sleep it stops at ten pages and says that there is more", async () => {
  const page = await catchUp(all.slice(0, 10), fetchBefore);
  expect(page.messages).toHaveLength(10 * pageOf);
  expect(page.hasOlder).toBe(true);
});
