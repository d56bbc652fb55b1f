import type { EngineBase } from "../context.ts";
import { roomParameters } from "./parameters.ts";
import type { Room, RoomEvent } from "./room.ts";

type ReportContext = Pick<EngineBase, "config" | "changed"> & {
  callbacks: Pick<EngineBase["callbacks"], "deliver">;
};

/** Tells the app, by signed callback, and the console of every event in a room. */
export function roomReporter({ config, changed, callbacks }: ReportContext) {
  return (room: Room, event: RoomEvent): void => {
    changed("rooms");
    const { statusCallback: url, statusCallbackMethod: method } = room.settings;
    if (url === null || event.name === "participant-updated") return;
    const params = roomParameters(config.accountSid, room, event);
    // Not awaited: Twilio does not hold a room up for its callbacks, nor one callback for another.
    void callbacks.deliver({ kind: "status", url, method, params, roomSid: room.sid });
  };
}
