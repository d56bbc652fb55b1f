import "server-only";
import { after } from "next/server";
import { log } from "@/lib/log";
import { startRecording } from "@/lib/recordings/start";
import { stopUnlessAgreed } from "@/lib/recordings/stop-unless-agreed";
import { adminClient } from "@/lib/supabase/admin";

/**
 * Who joins a call changes whether it may be recorded: once Twilio has its answer, the recording is
 * brought in line with the call's row.
 */
export function afterConsentChange(callId: string): void {
  after(async () => {
    try {
      log.info({ callId, did: await settle(callId) }, "recording consent");
    } catch (error) {
      log.warn({ callId, error }, "recording not brought in line with consent");
    }
  });
}

async function settle(callId: string): Promise<string> {
  const { data: call } = await adminClient()
    .from("calls")
    .select("provider_sid, recording")
    .eq("id", callId)
    .single()
    .throwOnError();
  if (call.recording === "on") {
    await startRecording(call.provider_sid);
    return "Recorded.";
  }
  await stopUnlessAgreed(call.provider_sid);
  return "Not recorded.";
}
