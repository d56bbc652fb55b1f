import { expect, it } from "vitest";
import type { RoomRow } from "@/lib/calls/client/room/room-row";
import { toldBy } from "@/lib/calls/client/room/told-by-row";

const row: RoomRow = {
  id: "call-1",
  sid: "RM1",
  matchId: "match-1",
  kind: "video",
  callerId: "ada",
  status: "ringing",
  endReason: null,
  startedAt: 0,
  participants: [
    { profileId: "ada", role: "caller", status: "initiated" },
    { profileId: "ben", role: "callee", status: "ringing" },
    { profileId: "cara", role: "callee", status: "busy" },
    { profileId: "dan", role: "callee", status: "in-progress" },
  ],
};
const options = { me: "ada", nameOf: (id: string) => id.toUpperCase(), at: 9000 };

it("a live row tells whose call it is and who is still rung", () => {
  expect(toldBy(row, options)).toEqual([
    { type: "admitted", sid: "RM1", kind: "video", isMine: true, at: 9000 },
    { type: "waiting-for", people: [{ id: "ben", name: "BEN" }] },
  ]);
  expect(toldBy(row, { ...options, me: "dan" })[0]).toMatchObject({ isMine: false });
});

it("a row that is over tells why", () => {
  const over: RoomRow = { ...row, status: "busy", endReason: "declined" };
  expect(toldBy(over, options)).toEqual([{ type: "settled", reason: "declined", at: 9000 }]);
  const silent: RoomRow = { ...row, status: "completed" };
  expect(toldBy(silent, options)).toEqual([{ type: "settled", reason: "hangup", at: 9000 }]);
});
