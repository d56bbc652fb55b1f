import type { CallPermission } from "@/lib/calls/client/permission/types";
import { wishWords } from "@/lib/calls/client/permission/wish";
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

/** What the other asks for. */
export const wantedWords = (name: string, kind: RoomKind): string =>
  `${name} ${wishWords(kind).replace("W", "w")}`;

/** What the other has allowed. */
export const allowedWords = (name: string, kind: RoomKind): string =>
  `${name} allows ${kind} calls`;

/** What this person waits for. */
export const askedWords = (name: string, kind: RoomKind): string =>
  `Asked. You will hear when ${name} allows ${kind} calls.`;
