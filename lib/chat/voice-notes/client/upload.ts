import { decodeMessage } from "@/lib/chat/decode";
import type { SendOutcome } from "@/lib/chat/outbox";
import type { Message } from "@/lib/chat/types";
import type { ShelvedNote } from "@/lib/chat/voice-notes/client/shelf";
import { uploadFile } from "@/lib/http/upload-file";

/** Failures that may be over the next time. */
const passing = new Set([
  "offline",
  "unavailable",
  "internal_error",
  "provider_error",
  "unauthorized",
]);

/** Sends a voice note to the server, once. @returns what it became, and its message if it was sent */
export async function uploadNote(
  note: ShelvedNote,
): Promise<{ outcome: SendOutcome; message: Message | null }> {
  const { id, matchId, waveform, bytes, type } = note;
  const query = new URLSearchParams({ id, matchId, waveform: waveform.join(",") });
  const sound = new Blob([bytes], { type });
  const answer = await uploadFile(`/api/messages/voice-notes?${query}`, sound, { method: "POST" });
  if (answer.ok) return { outcome: "sent", message: decodeMessage(answer.data.message) };
  return { outcome: outcomeOf(answer.error.code), message: null };
}

function outcomeOf(code: string): SendOutcome {
  if (code === "rate_limited") return "too-often";
  return passing.has(code) ? "lost" : "refused";
}
