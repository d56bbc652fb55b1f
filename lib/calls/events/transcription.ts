import "server-only";
import { z } from "zod";
import { callSid, recordingSid, wholeNumber } from "@/lib/calls/webhook-fields";
import { deleteAtTwilio, stopTranscription } from "@/lib/recordings/at-twilio";
import { type HeardTranscript, type Kept, keepTranscript } from "@/lib/recordings/keep";

const text = z.string().optional();

/** What Twilio's callbacks about transcripts carry, as far as it is read here. */
export const transcriptionWebhook = z.looseObject({
  CallSid: text,
  RecordingSid: text.describe("Of a transcript of a finished recording"),
  TranscriptionSid: text,
  TranscriptionStatus: text,
  TranscriptionText: text,
  TranscriptionEvent: text.describe("Of a transcript of a call that goes on"),
  TranscriptionData: text.describe("JSON"),
  Track: text,
  Final: text,
  SequenceId: text,
  Timestamp: text.describe("ISO 8601"),
});
type Webhook = z.infer<typeof transcriptionWebhook>;

/** What the app has put into the callback's address. */
export const transcriptionQuery = z.object({ recording: recordingSid.optional().catch(undefined) });

const ofRecording = z.object({
  CallSid: callSid,
  RecordingSid: recordingSid,
  TranscriptionSid: z.string().regex(/^TR[0-9a-f]{32}$/),
  TranscriptionStatus: z.enum(["in-progress", "completed", "failed"]),
  TranscriptionText: z.string().trim().max(20_000).default(""),
});

const said = z
  .string()
  .transform((json, context) => {
    try {
      return z.object({ transcript: z.string().trim().min(1).max(20_000) }).parse(JSON.parse(json));
    } catch {
      context.addIssue("not the words of somebody");
      return z.NEVER;
    }
  })
  .optional();
const ofCall = z.object({
  CallSid: callSid,
  TranscriptionSid: z.string().regex(/^GT[0-9a-f]{32}$/),
  TranscriptionEvent: z.enum([
    "transcription-started",
    "transcription-content",
    "transcription-stopped",
    "transcription-error",
  ]),
  TranscriptionData: said,
  Track: z.enum(["inbound_track", "outbound_track"]).optional().catch(undefined),
  Final: text,
  SequenceId: wholeNumber,
  Timestamp: z.iso.datetime({ offset: true }).optional().catch(undefined),
});
const statusOf = {
  "transcription-started": "in-progress",
  "transcription-content": "in-progress",
  "transcription-stopped": "completed",
  "transcription-error": "failed",
} as const;

/**
 * Records a transcript of a voicemail, or a turn of one of a call that is being recorded. What
 * nobody has agreed to is stopped, or deleted, at Twilio.
 * https://www.twilio.com/docs/voice/twiml/record#attributes-transcribe-callback
 * https://www.twilio.com/docs/voice/twiml/transcription
 *
 * @param recording - RecordingSid, for a transcript of a call
 * @returns what it did, without any of the text
 * @throws ApiError `provider_error` when Twilio cannot do away with what must not be
 * @throws PostgrestError when the database does not answer
 */
export async function recordTranscription(
  params: Webhook,
  recording: string | undefined,
): Promise<string> {
  const heard = wholeTranscript(params) ?? liveTranscript(params, recording);
  if (!heard) return "Ignored: not an event of a transcript that is known here.";
  const outcome: Kept = await keepTranscript(heard);
  if (outcome === "recorded") return `Recorded; the transcript is ${heard.status}.`;
  if (heard.sid.startsWith("TR")) await deleteAtTwilio(heard.sid);
  else await stopTranscription(heard.callSid, heard.sid);
  return "Not kept: nobody has agreed to it, or its recording was deleted.";
}

function wholeTranscript(params: Webhook): HeardTranscript | null {
  const { data } = ofRecording.safeParse(params);
  if (!data) return null;
  return {
    sid: data.TranscriptionSid,
    callSid: data.CallSid,
    recordingSid: data.RecordingSid,
    status: data.TranscriptionStatus,
    ...(data.TranscriptionText && {
      turn: { number: "0", text: data.TranscriptionText },
    }),
  };
}

function liveTranscript(params: Webhook, recordingSid: string | undefined): HeardTranscript | null {
  const { data } = ofCall.safeParse(params);
  if (!data || !recordingSid) return null;
  const { TranscriptionEvent: event, TranscriptionData: words, SequenceId: number } = data;
  // Words that may still change come again when they are final.
  const isTurn = event === "transcription-content" && words && data.Final !== "false";
  return {
    sid: data.TranscriptionSid,
    callSid: data.CallSid,
    recordingSid,
    status: statusOf[event],
    ...(isTurn && {
      turn: {
        number: String(number ?? data.Timestamp),
        text: words.transcript,
        said_at: data.Timestamp ?? new Date().toISOString(),
        track: data.Track,
      },
    }),
  };
}
