import type { CallPermission, RefusedCall } from "@/lib/calls/client/permission/types";
import type { RoomKind } from "@/lib/calls/client/room/view";

/** The choices of who may call, in the order in which they are offered. */
export const permissionWords: Record<CallPermission, string> = {
  ask: "Ask first",
  nobody: "Nobody",
  voice: "Voice only",
  video: "Voice and video",
};

/** What a choice means for the other person, in a sentence. */
export function permissionHint(permission: CallPermission, name: string): string {
  switch (permission) {
    case "ask":
      return `${name} asks before the first call, and you decide.`;
    case "nobody":
      return `${name} cannot call you, and cannot ask.`;
    case "voice":
      return `${name} can call you by voice, and asks before a video call.`;
    case "video":
      return `${name} can call you by voice and video.`;
  }
}

/** Why a call was not begun. */
export function refusalWords({ name, why }: Pick<RefusedCall, "name" | "why">): string {
  return why === "off"
    ? `${name} has switched off calls in this match.`
    : `${name} has not allowed calls yet.`;
}

/** What the other asks for, where their name stands by it. */
export const wishWords = (kind: RoomKind): string =>
  kind === "video" ? "Would like to video call you" : "Would like to call you";

/** What the other asks for. */
export const wantedWords = (name: string, kind: RoomKind): string =>
  `${name} ${wishWords(kind).replace("W", "w")}`;

/** What the other has allowed. */
export const allowedWords = (name: string, kind: RoomKind): string =>
  `${name} allows ${kind} calls`;

/** What this person waits for. */
export const askedWords = (name: string, kind: RoomKind): string =>
  `Asked. You will hear when ${name} allows ${kind} calls.`;
