import { afterEach, expect, it, vi } from "vitest";
import type { RoomRow } from "@/lib/calls/client/room/room-row";
import { watchRooms } from "@/lib/calls/client/room/room-watch";

const row: RoomRow = {
  id: "call",
  sid: "RM1",
  kind: "video",
  matchId: "match",
  callerId: "ada",
  status: "ringing",
  endReason: null,
  startedAt: 0,
  participants: [
    { profileId: "ada", role: "caller", status: "initiated" },
    { profileId: "ben", role: "callee", status: "ringing" },
  ],
};
const fetchRoomMatch = vi.hoisted(() => vi.fn());

vi.mock("@/lib/supabase/connect", () => ({ connect: async () => ({}) }));
vi.mock("@/lib/calls/client/room/server-clock", () => ({ askServerClock: async () => 0 }));
vi.mock("@/lib/calls/client/room/room-queries", () => ({
  fetchRoomRows: async () => [{ ...row, startedAt: Date.now() }],
  fetchRoomMatch,
}));

afterEach(() => {
  vi.useRealTimers();
});

it("rings a moment later when it could not be found out at once who calls", async () => {
  vi.useFakeTimers();
  const people = [{ id: "ada", name: "Ada" }];
  fetchRoomMatch.mockRejectedValueOnce(new Error("no network"));
  fetchRoomMatch.mockResolvedValue({ matchId: "match", name: "Ada", isGroup: false, people });
  const onRing = vi.fn();
  const watch = watchRooms({ me: "ben", onRing, onLive() {}, onMissed() {}, onRow() {} });

  await vi.advanceTimersByTimeAsync(500);
  expect(onRing).not.toHaveBeenCalledWith(expect.objectContaining({ callId: "call" }));
  await vi.advanceTimersByTimeAsync(1000);
  expect(onRing).toHaveBeenLastCalledWith(
    expect.objectContaining({ callId: "call", caller: people[0] }),
  );
  watch.stop();
});
