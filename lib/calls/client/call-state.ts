import type { ProblemCode } from "@/lib/calls/client/problems";
import type { Database } from "@/lib/supabase/database.types";

/** Who is at the other end, and how they are reached. */
export interface Peer {
  /** Null for somebody outside of Duet. */
  profileId: string | null;
  /** Their name; of a stranger who was dialled, the number as it is read. */
  displayName: string;
  /** Null for a call that belongs to no match. */
  matchId: string | null;
  /** They talk into a telephone instead of a browser. */
  via?: "phone";
  /** E.164: what was dialled, when it is not a match's telephone. */
  number?: string;
  /** E.164: which of this person's own numbers the other telephone shows. */
  from?: string;
  /** What this person calls the own number that was called. */
  ownNumber?: string;
}

type Direction = "outgoing" | "incoming";

export type LivePhase =
  | "preparing"
  | "connecting"
  | "ringing"
  | "incoming"
  | "open"
  | "reconnecting";

/**
 * Why a call is over. All but two are the words of the `calls` row: `ended` is all that the SDK
 * knows, and `elsewhere` means that another device of this person answered.
 */
export type EndReason = Database["public"]["Enums"]["call_end_reason"] | "ended" | "elsewhere";

/** What a call tries: the app, waiting for one that is closed, or a telephone. */
export type Reach = Database["public"]["Enums"]["call_reach_way"];

export interface CallFacts {
  peer: Peer;
  direction: Direction;
  muted: boolean;
  /** The keys that were pressed in this call. */
  digits: string;
  reach: Reach;
  /** Epoch milliseconds: when it was dialled, or began to ring here. */
  startedAt: number;
  /** Epoch milliseconds: when both could talk. */
  openedAt: number | null;
  /** SID of this browser's leg. */
  callSid: string | null;
  /** The SDK's quality warnings in force. */
  warnings: readonly string[];
  problem: ProblemCode | null;
  /** What the `calls` row says about the end, when it is known before the SDK hangs up. */
  outcome: EndReason | null;
}

export interface LiveCall extends CallFacts {
  phase: LivePhase;
}

export interface EndedCall extends CallFacts {
  phase: "ended";
  /** Epoch milliseconds. */
  endedAt: number;
  reason: EndReason;
}

export type CallState = { phase: "idle" } | LiveCall | EndedCall;

export type CallEvent =
  | { type: "dialled"; peer: Peer; at: number }
  | { type: "invited"; peer: Peer; callSid: string; at: number }
  | { type: "accepted" }
  | { type: "microphone-ready" }
  | { type: "microphone-failed"; problem: ProblemCode; at: number }
  | { type: "ringing"; callSid: string | null }
  | { type: "reached"; reach: Reach }
  | { type: "opened"; callSid: string | null; at: number }
  | { type: "reconnecting" }
  | { type: "reconnected" }
  | { type: "muted"; muted: boolean }
  | { type: "pressed"; digits: string }
  | { type: "warned"; warning: string }
  | { type: "warning-cleared"; warning: string }
  | { type: "problem-raised"; problem: ProblemCode }
  | { type: "problem-cleared" }
  | { type: "named"; displayName: string }
  | { type: "failed"; problem: ProblemCode; at: number }
  | { type: "ended"; reason: EndReason; at: number }
  | { type: "settled"; reason: EndReason }
  | { type: "dismissed" };

/** Whether a call is under way; a call that is over, or none, is not. */
export function isLive(call: CallState): call is LiveCall {
  return call.phase !== "idle" && call.phase !== "ended";
}
