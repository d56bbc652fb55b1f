import { afterEach, expect, test, vi } from "vitest";
import { followPermissions } from "@/lib/calls/client/permission/follow";
import {
  mayBegin,
  onPermissionNews,
  type PermissionNews,
  permissions,
} from "@/lib/calls/client/permission/permissions";
import type { Connect } from "@/lib/supabase/connect";

const row = (matchId: string, theirs: string) => ({
  match_id: matchId,
  profile_id: "p",
  display_name: "Ben",
  mine: "ask",
  theirs,
  asked: null,
  allowed: null,
  wanted: null,
});

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A database that answers so, and what a person is told. */
function follow(answer: () => object[]): PermissionNews[] {
  const told: PermissionNews[] = [];
  const rpc = () => ({ throwOnError: async () => ({ data: answer() }) });
  const connect = async () => ({ rpc });
  stops.push(
    onPermissionNews((news) => told.push(news)),
    followPermissions(connect as unknown as Connect),
  );
  return told;
}

test("a call that is allowed begins, and nobody is told of it", async () => {
  const told = follow(() => [row("m", "voice")]);
  expect(await mayBegin("m", "voice")).toBe(true);
  expect(told).toEqual([]);
});

test("a call that is to be asked for does not begin; who listens is told", async () => {
  const told = follow(() => [row("m", "voice")]);
  expect(await mayBegin("m", "video")).toBe(false);
  expect(told).toEqual([
    { what: "refused", byServer: false, matchId: "m", kind: "video", name: "Ben", why: "ask" },
  ]);
});

test("a match that is new is looked up before the call", async () => {
  let rows: object[] = [];
  follow(() => rows);
  await vi.waitFor(() => expect(permissions.getSnapshot()).toEqual({}));
  rows = [row("new", "nobody")];
  expect(await mayBegin("new", "voice")).toBe(false);
});

test("what is not known is left to the server, as are calls outside of matches", async () => {
  follow(() => {
    throw new Error("offline");
  });
  expect(await mayBegin("m", "video")).toBe(true);
  expect(await mayBegin(null, "voice")).toBe(true);
});
