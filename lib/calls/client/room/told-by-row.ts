import { isInvited, isOver, type RoomRow } from "@/lib/calls/client/room/room-row";
import type { RoomEvent } from "@/lib/calls/client/room/room-state";
import type { RoomPerson } from "@/lib/calls/client/room/view";

interface TellOptions {
  /** Profile id of the signed-in person. */
  me: string;
  nameOf(profileId: string): string;
  /** Epoch milliseconds. */
  at: number;
}

/** What a row says of the call that it belongs to. */
export function toldBy(row: RoomRow, { me, nameOf, at }: TellOptions): RoomEvent[] {
  if (isOver(row.status)) return [{ type: "settled", reason: row.endReason ?? "hangup", at }];
  const { sid, kind, callerId } = row;
  const people = row.participants.flatMap(({ profileId, status }): RoomPerson[] => {
    const isRung = profileId && profileId !== me && isInvited(status);
    return isRung ? [{ id: profileId, name: nameOf(profileId) }] : [];
  });
  return [
    { type: "admitted", sid, kind, isMine: callerId === me, at },
    { type: "waiting-for", people },
  ];
}
