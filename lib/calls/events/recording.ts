import "server-only";
import { z } from "zod";
import { callSid, recordingSid, rfc2822, wholeNumber } from "@/lib/calls/webhook-fields";
import { deleteAtTwilio, stopAtTwilio } from "@/lib/recordings/at-twilio";
import { keepRecording } from "@/lib/recordings/keep";

const text = z.string().optional();

/** What Twilio's recording callbacks carry, as far as it is read here. */
export const recordingWebhook = z.looseObject({
  CallSid: text,
  RecordingSid: text,
  RecordingStatus: text,
  RecordingDuration: text.describe("Seconds"),
  RecordingChannels: text,
  RecordingStartTime: text.describe("RFC 2822"),
});
/** What the app has put into the callback's address. */
export const recordingQuery = z.object({
  kind: z.enum(["call", "voicemail"]).default("call").catch("call"),
});
type Kind = z.infer<typeof recordingQuery>["kind"];

const heard = z.object({
  CallSid: callSid,
  RecordingSid: recordingSid,
  RecordingStatus: z.enum(["in-progress", "completed", "absent", "failed"]),
  RecordingDuration: wholeNumber,
  RecordingChannels: z.enum(["1", "2"]).transform(Number).optional().catch(undefined),
  RecordingStartTime: rfc2822,
});

/**
 * Records what Twilio says of a recording. One to which nobody agreed, or that was deleted, is done
 * away with; when that fails, so does the callback, and Twilio sends it again.
 * https://www.twilio.com/docs/voice/api/recording#recordingstatuscallback
 *
 * @returns what it did
 * @throws ApiError `provider_error` when Twilio cannot delete what must not be
 * @throws PostgrestError when the database does not answer
 */
export async function recordRecordingEvent(
  params: z.infer<typeof recordingWebhook>,
  kind: Kind,
): Promise<string> {
  const parsed = heard.safeParse(params);
  if (!parsed.success) return "Ignored: not an event of a recording that is known here.";
  const { CallSid, RecordingSid: sid, RecordingStatus: status } = parsed.data;
  const outcome = await keepRecording({
    ...{ sid, callSid: CallSid, kind, status },
    channels: parsed.data.RecordingChannels,
    durationSeconds: parsed.data.RecordingDuration,
    startedAt: parsed.data.RecordingStartTime,
  });
  if (outcome === "recorded") return `Recorded; the ${kind}'s recording is ${status}.`;
  if (status === "in-progress") await stopAtTwilio(CallSid, sid);
  await deleteAtTwilio(sid);
  return "Deleted at Twilio: nobody has agreed to it, or it was deleted before.";
}
