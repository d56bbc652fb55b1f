import type { RoomKind } from "@/lib/calls/client/room/view";

/** What the other asks for, where their name stands by it. */
export const wishWords = (kind: RoomKind): string =>
  kind === "video" ? "Would like to video call you" : "Would like to call you";
