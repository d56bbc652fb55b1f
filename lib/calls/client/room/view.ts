import type { EndReason } from "@/lib/calls/client/call-state";
import type { RoomProblemCode } from "@/lib/calls/client/room/problems";

/** Voice-only calls of groups are rooms too: the same room with the cameras off. */
export type RoomKind = "voice" | "video";

export interface RoomPerson {
  /** Profile id. */
  id: string;
  name: string;
}

/** The chat that a room belongs to. */
export interface RoomMatch {
  matchId: string;
  /** The chat's name: the other person's, or the group's. */
  name: string;
  isGroup: boolean;
  /** Everyone but oneself. */
  people: readonly RoomPerson[];
}

/** A call that asks to be answered in this browser. */
export interface Ring {
  callId: string;
  /** RoomSid. */
  sid: string;
  kind: RoomKind;
  caller: RoomPerson;
  match: RoomMatch;
  problem: RoomProblemCode | null;
}

/** A picture that can be drawn, in as many elements as one likes. */
export interface VideoSource {
  /** Changes when the picture is another one. */
  id: string;
  attach(element: HTMLVideoElement): void;
  detach(element: HTMLVideoElement): void;
}

/** One participant as the room shows them. */
export interface Tile {
  /** ParticipantSid, or `me`. */
  key: string;
  person: RoomPerson;
  isMe: boolean;
  isMuted: boolean;
  /** Null while the camera is off. */
  camera: VideoSource | null;
  /** Null unless they share their screen. */
  screen: VideoSource | null;
  isDominantSpeaker: boolean;
  /** Twilio's network quality level, 0 (broken) to 5 (excellent); null until it is known. */
  quality: number | null;
  isReconnecting: boolean;
}

/** Own device page before the room, asking the server, waiting for the first other, talking. */
export type RoomPhase = "lobby" | "joining" | "waiting" | "connected" | "reconnecting" | "ended";

/** What is wrong with the connection: the words between, the media, or too little of both. */
export type Trouble = "signaling" | "media" | "low-bandwidth";

export interface RoomCall {
  match: RoomMatch;
  kind: RoomKind;
  phase: RoomPhase;
  direction: "outgoing" | "incoming";
  /** RoomSid; null until the server has given one. */
  sid: string | null;
  /** Own tile first, then the others in the order in which they came. */
  tiles: readonly Tile[];
  /** Who is being rung and has not answered. */
  waitingFor: readonly RoomPerson[];
  /** Epoch milliseconds: when the second participant came. */
  openedAt: number | null;
  /** Epoch milliseconds; null while it lasts. */
  endedAt: number | null;
  trouble: Trouble | null;
  problem: RoomProblemCode | null;
  /** Why it is over. */
  reason: EndReason | null;
  isSharing: boolean;
  /** The browser holds remote sound back until somebody touches the page. */
  isSoundBlocked: boolean;
}

/** What this tab shows of rooms. */
export interface RoomView {
  ring: Ring | null;
  /** It rings, but the browser holds the sound back. */
  isRingtoneBlocked: boolean;
  call: RoomCall | null;
  /** The call that another tab of this browser holds. */
  elsewhere: { matchId: string; name: string } | null;
  /** Matches whose room is live now, by match id, so that one can join. */
  live: Readonly<Record<string, { sid: string; kind: RoomKind }>>;
}

/** Somebody called in vain. */
export interface MissedRoom {
  callId: string;
  kind: RoomKind;
  caller: RoomPerson;
  match: RoomMatch;
}

/** What a person can ask for. */
export type RoomCommand =
  /** Opens the lobby of a new call, or of the live one named by `sid`. Voice calls skip the lobby. */
  | { type: "open"; match: RoomMatch; kind: RoomKind; sid?: string }
  /** From the lobby into the room. */
  | { type: "join" }
  /** Answers the ring: microphone on, camera off. */
  | { type: "accept" }
  | { type: "decline" }
  /** Closes the lobby, gives up while waiting, or leaves the room. */
  | { type: "leave" }
  | { type: "share"; on: boolean }
  /** Plays the sound that the browser held back. */
  | { type: "hear" }
  /** Closes the notice of a call that is over. */
  | { type: "dismiss" };

export const emptyRoomView: RoomView = {
  ring: null,
  isRingtoneBlocked: false,
  call: null,
  elsewhere: null,
  live: {},
};
