import type { EndReason } from "@/lib/calls/client/call-state";
import type { RoomKind } from "@/lib/calls/client/room/view";
import { fieldsOf, textOf } from "@/lib/fields";
import { Constants, type Database } from "@/lib/supabase/database.types";

type CallStatus = Database["public"]["Enums"]["call_status"];

const { call_end_reason, call_role, call_status } = Constants.public.Enums;

interface RowParticipant {
  /** Null when the account is gone. */
  profileId: string | null;
  role: Database["public"]["Enums"]["call_role"];
  status: CallStatus;
}

/** What a browser reads in a `calls` row of a room, broadcast or selected. */
export interface RoomRow {
  id: string;
  /** RoomSid. */
  sid: string;
  matchId: string;
  kind: RoomKind;
  callerId: string | null;
  status: CallStatus;
  /** Null while it is live. */
  endReason: EndReason | null;
  /** Epoch milliseconds by the database's clock. */
  startedAt: number;
  participants: readonly RowParticipant[];
}

const oneOf = <T>(choices: readonly T[], value: unknown) => choices.find((c) => c === value);
const rank = (status: CallStatus) => call_status.indexOf(status);

/** Whether nothing more can come of a call or a leg. */
export const isOver = (status: CallStatus) => rank(status) >= rank("completed");

/** Whether a leg is invited and has not answered yet. */
export const isInvited = (status: CallStatus) => rank(status) < rank("in-progress");

/** The statuses of calls that go on. */
export const liveStatuses = call_status.filter((status) => !isOver(status));

const endedBy: Partial<Record<CallStatus, EndReason>> = {
  completed: "hangup",
  busy: "busy",
  failed: "failed",
  "no-answer": "no-answer",
  canceled: "canceled",
};

function parseParticipant(value: unknown): RowParticipant[] {
  const fields = fieldsOf(value);
  const role = oneOf(call_role, fields.role);
  const status = oneOf(call_status, fields.status);
  return role && status ? [{ profileId: textOf(fields.profile_id), role, status }] : [];
}

/** Reads the payload of a `call` event, or a selected row; null when it is not a room's. */
export function parseRoomRow(payload: unknown): RoomRow | null {
  const fields = fieldsOf(payload);
  const text = (name: string) => textOf(fields[name]);
  const [id, sid, matchId] = [text("id"), text("provider_sid"), text("match_id")];
  const [kind, status] = [
    oneOf(["voice", "video"], fields.kind),
    oneOf(call_status, fields.status),
  ];
  const startedAt = Date.parse(text("started_at") ?? "");
  if (!id || !sid?.startsWith("RM") || !matchId || !kind || !status) return null;
  if (Number.isNaN(startedAt)) return null;
  const participants = Array.isArray(fields.participants) ? fields.participants : [];
  return {
    id,
    sid,
    matchId,
    kind: kind === "voice" ? "voice" : "video",
    callerId: text("caller_id"),
    status,
    endReason: oneOf(call_end_reason, fields.end_reason) ?? endedBy[status] ?? null,
    startedAt,
    participants: participants.flatMap(parseParticipant),
  };
}
