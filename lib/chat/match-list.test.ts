import { expect, test } from "vitest";
import { createMatchList } from "@/lib/chat/match-list";
import type { MatchSummary } from "@/lib/chat/types";

const match = (id: string): MatchSummary => ({
  id,
  isGroup: false,
  title: null,
  people: [],
  former: [],
  lastMessage: null,
  unreadCount: 0,
  lastActivityAt: "2026-11-20T10:00:00Z",
});

test("updates that come during a fetch lead to one more fetch, and its answer is kept", async () => {
  const waiting: ((matches: MatchSummary[]) => void)[] = [];
  const list = createMatchList(() => new Promise((resolve) => waiting.push(resolve)), []);
  const done = list.refresh();
  list.refresh();
  list.refresh();
  expect(waiting).toHaveLength(1);
  waiting[0]?.([match("old")]);
  await Promise.resolve();
  await Promise.resolve();
  expect(waiting).toHaveLength(2);
  waiting[1]?.([match("new")]);
  await done;
  expect(list.getSnapshot().matches?.map(({ id }) => id)).toEqual(["new"]);
});

test("a failed fetch keeps what is shown and says so, and the next success clears it", async () => {
  const answers = [Promise.reject(new Error("offline")), Promise.resolve([match("b")])];
  const list = createMatchList(() => answers.shift() ?? Promise.resolve([]), [match("a")]);
  await list.refresh();
  expect(list.getSnapshot()).toEqual({ matches: [match("a")], failed: true });
  await list.refresh();
  expect(list.getSnapshot()).toEqual({ matches: [match("b")], failed: false });
});

test("a list that the server could not render waits to be fetched", () => {
  const list = createMatchList(async () => [], null);
  expect(list.getSnapshot()).toEqual({ matches: null, failed: true });
});
