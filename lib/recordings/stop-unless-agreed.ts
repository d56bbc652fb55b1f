import "server-only";
import { mayRecord } from "@/lib/recordings/may-record";
import { startRecording } from "@/lib/recordings/start";
import { stopRecording } from "@/lib/recordings/stop";

/**
 * stopRecording, for a call in which everybody may agree meanwhile: what they have agreed to is then
 * begun, though it, too, was stopped.
 *
 * @throws ApiError, PostgrestError as stopRecording and startRecording do
 */
export async function stopUnlessAgreed(callSid: string): Promise<void> {
  await stopRecording(callSid);
  if (await mayRecord(callSid)) await startRecording(callSid);
}
