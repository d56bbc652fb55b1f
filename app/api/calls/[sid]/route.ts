import { z } from "zod";
import { route } from "@/lib/api/route";
import { callView, presentCall } from "@/lib/calls/call-view";
import { findMyCall } from "@/lib/calls/find-my-call";
import { providerSid } from "@/lib/calls/webhook-fields";
import { listRecordings } from "@/lib/recordings/list";
import { recordingView } from "@/lib/recordings/recording-view";

export const GET = route(
  {
    access: "user",
    summary: "One call, for those who took part in it, with its recordings",
    params: z.object({ sid: providerSid }),
    response: z.object({
      call: callView,
      recordings: z.array(recordingView).describe("Those that you may hear, newest first"),
    }),
    errors: ["not_found"],
  },
  async ({ supabase, userId, params }) => {
    const call = await findMyCall(supabase, params.sid);
    const { recordings } = await listRecordings(supabase, {
      ...{ profileId: userId, callId: call.id, limit: 20 },
    });
    return { call: presentCall(call), recordings };
  },
);
