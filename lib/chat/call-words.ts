import type { CallSummary, Message } from "@/lib/chat/types";
import { durationWords } from "@/lib/time/duration";

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

/** Whether the line tells the viewer of a call that they could still return. */
export function isMissed(call: CallSummary, viewerId: string): boolean {
  if (call.callerId === viewerId || call.endReason === "declined") return false;
  return ["busy", "no-answer", "canceled", "failed"].includes(call.status);
}

/** What the match list says of the latest message: one line of plain words. */
export function previewWords(message: Message, viewerId: string): string {
  if (message.deleted) return "Message deleted";
  if (message.call) return callWords(message.call, viewerId);
  if (message.kind === "voice_note") return "Voice note";
  const text = (message.body ?? "").replace(/\s+/g, " ").trim();
  return message.senderId === viewerId ? `You: ${text}` : text;
}
