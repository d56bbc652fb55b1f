import { z } from "zod";
import { route } from "@/lib/api/route";
import { hangUpCall } from "@/lib/calls/end-call";
import { findCall } from "@/lib/calls/find-call";
import { callSid } from "@/lib/calls/webhook-fields";
import { adminClient } from "@/lib/supabase/admin";

/** Takes the admin client, since a block hides a call from those who are still in it. */
export const POST = route(
  {
    access: "user",
    summary: "Hang up a call that you are in; one that is over stays as it is",
    params: z.object({ sid: callSid }),
    response: z.object({}),
    errors: ["not_found", "not_configured", "provider_error"],
    limit: { name: "hang-up", max: 30, windowSeconds: 60, perInstance: true },
  },
  async ({ userId, params }) => {
    const call = await findCall(adminClient(), { legSid: params.sid, participantId: userId });
    if (call.ended_at === null) await hangUpCall(call.provider_sid);
    return {};
  },
);
