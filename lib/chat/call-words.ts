import { memberName } from "@/lib/chat/match-name";
import type { CallSummary, MatchSummary, Message, NamedPerson } from "@/lib/chat/types";
import { durationWords, formatDuration } from "@/lib/time/duration";

type Members = Pick<MatchSummary, "isGroup" | "people" | "former">;

const nouns = { voice: "Voice call", video: "Video call", phone: "Phone call" } as const;

/**
 * The line that a call leaves in its chat, as the viewer is to read it: "Voice call, 4 min",
 * "Missed voice call", "No answer".
 */
export function callWords(call: CallSummary, viewerId: string): string {
  const noun = nouns[call.kind];
  const mine = call.callerId === viewerId;
  const missed = `Missed ${noun.toLowerCase()}`;
  switch (call.status) {
    case "completed":
      return call.durationSeconds ? `${noun}, ${durationWords(call.durationSeconds)}` : noun;
    case "busy":
      if (call.endReason !== "declined") return mine ? `${noun}, line was busy` : missed;
      return mine ? `${noun}, declined` : `Declined ${noun.toLowerCase()}`;
    case "no-answer":
      return mine ? `${noun}, no answer` : missed;
    case "canceled":
      return mine ? `${noun}, canceled` : missed;
    case "failed":
      return mine ? `${noun} did not connect` : missed;
    default:
      return `${noun} in progress`;
  }
}

/** The same line in a group, where it tells who called: "Ada started a video call, 4 min". */
function groupCallWords(call: CallSummary, caller: string): string {
  const started = `${caller} started a ${nouns[call.kind].toLowerCase()}`;
  switch (call.status) {
    case "completed":
      return call.durationSeconds ? `${started}, ${durationWords(call.durationSeconds)}` : started;
    case "busy":
    case "no-answer":
    case "canceled":
      return `${started}, nobody joined`;
    case "failed":
      return `${started}, but it did not connect`;
    default:
      return `${started}, in progress`;
  }
}

/** What the line of a call says to the viewer, in a pair or in a group. */
export function callLineWords(call: CallSummary, viewerId: string, match: Members): string {
  if (!match.isGroup) return callWords(call, viewerId);
  return groupCallWords(
    call,
    call.callerId === viewerId ? "You" : memberName(match, call.callerId),
  );
}

/** Whether the line tells the viewer of a call that they could still return. */
export function isMissed(call: CallSummary, viewerId: string): boolean {
  if (call.callerId === viewerId || call.endReason === "declined") return false;
  return ["busy", "no-answer", "canceled", "failed"].includes(call.status);
}

/** What happened in a group, as the viewer is to read it: own deeds begin with "You". */
export function systemWords(message: Message, viewer: NamedPerson): string {
  const text = message.body ?? "";
  const mine = message.senderId === viewer.id && text.startsWith(`${viewer.name} `);
  return mine ? `You${text.slice(viewer.name.length)}` : text;
}

/** How long a voice note is, m:ss, to the next second; none lasts 0:00. */
export function noteLength(seconds: number): string {
  return formatDuration(Math.max(1, Math.round(seconds)));
}

/** What a voice note is called: "Voice note, 0:12". */
export function noteWords({ seconds }: { seconds: number }): string {
  return `Voice note, ${noteLength(seconds)}`;
}

/** What the match list says of the latest message: one line of plain words. */
export function previewWords(message: Message, viewer: NamedPerson, match: Members): string {
  if (message.deleted) return "Message deleted";
  if (message.call) return callLineWords(message.call, viewer.id, match);
  if (message.kind === "system") return systemWords(message, viewer);
  const text = message.note
    ? noteWords(message.note)
    : (message.body ?? "").replace(/\s+/g, " ").trim();
  if (message.senderId === viewer.id) return message.kind === "text" ? `You: ${text}` : text;
  return match.isGroup ? `${memberName(match, message.senderId)}: ${text}` : text;
}
