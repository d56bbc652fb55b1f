import { z } from "zod";
import { route } from "@/lib/api/route";
import { callView, presentCall } from "@/lib/calls/call-view";
import { findCall } from "@/lib/calls/find-call";
import { providerSid } from "@/lib/calls/webhook-fields";

export const GET = route(
  {
    access: "user",
    summary: "One call, for those who took part in it and can still reach each other",
    params: z.object({ sid: providerSid }),
    response: z.object({ call: callView }),
    errors: ["not_found"],
  },
  async ({ supabase, userId, params }) => ({
    call: presentCall(await findCall(supabase, { sid: params.sid, participantId: userId })),
  }),
);
