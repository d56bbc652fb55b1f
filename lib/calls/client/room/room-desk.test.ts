import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openRoomDesk } from "@/lib/calls/client/room/room-desk";
import { emptyRoomView, type RoomCommand } from "@/lib/calls/client/room/view";
import { createCell } from "@/lib/cell";

const run = vi.hoisted(() => vi.fn<(command: RoomCommand) => Promise<boolean>>());
vi.mock("@/lib/calls/client/room/room-engine", () => ({
  createRoomEngine: () => ({ run, stop: () => undefined }),
}));

beforeEach(() => {
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal(
    "Audio",
    class {
      pause() {}
    },
  );
  vi.stubGlobal("sessionStorage", { getItem: () => null });
  run.mockReset();
});
afterEach(() => vi.unstubAllGlobals());

it("takes a double click on a call button for one", async () => {
  const view = createCell(emptyRoomView);
  const desk = openRoomDesk({ me: { id: "ada", name: "Ada" }, view, onMissed: () => undefined });
  const opened = Promise.withResolvers<boolean>();
  run.mockReturnValue(opened.promise);
  const match = { matchId: "match-1", name: "Ben", isGroup: false, people: [] };
  const open: RoomCommand = { type: "open", match, kind: "video" };
  const clicks = [desk.command(open), desk.command(open)];
  opened.resolve(true);
  expect(await Promise.all(clicks)).toEqual([true, true]);
  expect(run).toHaveBeenCalledTimes(1);

  expect(await desk.command(open)).toBe(true);
  expect(run).toHaveBeenCalledTimes(2);
  desk.stop();
});
