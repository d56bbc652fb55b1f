import type { EndedCall, EndReason, LiveCall, Reach } from "@/lib/calls/client/call-state";
import { fieldsOf, textOf } from "@/lib/fields";
import { Constants } from "@/lib/supabase/database.types";

/** What a browser reads in the broadcast of a `calls` row. */
export interface CallRow {
  id: string;
  /** The caller's leg. The callee's browser knows only its own. */
  providerSid: string;
  /** Null for a telephone call with somebody who is no match. */
  matchId: string | null;
  callerId: string | null;
  status: string;
  endReason: string | null;
  /** How the call tries to reach who is called, while nobody has answered. */
  reach: Reach;
  /** Epoch milliseconds by the database's clock. */
  startedAt: number;
}

const ended: Record<string, EndReason> = {
  completed: "hangup",
  busy: "busy",
  failed: "failed",
  "no-answer": "no-answer",
  canceled: "canceled",
};
const { call_end_reason: reasons, call_reach_way: reaches } = Constants.public.Enums;

/** Clocks of browsers are off by minutes; calls between the same two are rarely that close. */
const clockToleranceMs = 120_000;

const kinds: ReadonlySet<string | null> = new Set(["voice", "phone"]);

/** Reads the payload of a `call` event; null when it tells of no voice or phone call. */
export function parseCallRow(payload: unknown): CallRow | null {
  const fields = fieldsOf(payload);
  const text = (name: string) => textOf(fields[name]);
  const [id, providerSid, matchId] = [text("id"), text("provider_sid"), text("match_id")];
  const [status, startedAt] = [text("status"), Date.parse(text("started_at") ?? "")];
  if (!id || !providerSid || !status || Number.isNaN(startedAt)) return null;
  if (!kinds.has(text("kind")) || !providerSid.startsWith("CA")) return null;
  const [callerId, endReason] = [text("caller_id"), text("end_reason")];
  const reach = reaches.find((way) => way === text("reach")) ?? "app";
  return { id, providerSid, matchId, callerId, status, endReason, reach, startedAt };
}

/** Whether a row is about the call that this browser has or had. */
export function isRowOf(call: LiveCall | EndedCall, row: CallRow, me: string): boolean {
  if (row.providerSid === call.callSid) return true;
  const caller = call.direction === "outgoing" ? me : call.peer.profileId;
  const legUnknown = call.direction === "incoming" || call.callSid === null;
  return (
    legUnknown &&
    row.matchId === call.peer.matchId &&
    row.callerId === caller &&
    Math.abs(row.startedAt - call.startedAt) < clockToleranceMs
  );
}

/**
 * How the call ended according to its row; null while it has not. A call in progress that nobody
 * accepted here was answered on another device.
 */
export function reasonOf(row: CallRow, call: LiveCall | EndedCall): EndReason | null {
  if (row.status === "in-progress") {
    const unanswered = call.direction === "incoming" && call.openedAt === null;
    const idleHere = call.phase === "incoming" || call.phase === "ended";
    return unanswered && idleHere ? "elsewhere" : null;
  }
  const byStatus = ended[row.status];
  if (!byStatus) return null;
  return reasons.find((reason) => reason === row.endReason) ?? byStatus;
}

/** What is tried at this moment: while the app rings, it is the app, however its owner came to it. */
export function reachOf({ reach, status }: CallRow): Reach {
  return reach === "notified" && status === "ringing" ? "app" : reach;
}

/** Whether the row tells this person that somebody called in vain. */
export function isMissedCall(row: CallRow, me: string): boolean {
  if (row.callerId === null || row.callerId === me || row.endReason === "declined") return false;
  return row.status === "no-answer" || row.status === "canceled" || row.status === "busy";
}
