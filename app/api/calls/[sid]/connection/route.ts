import { z } from "zod";
import { ApiError } from "@/lib/api/errors";
import { route } from "@/lib/api/route";
import { providerSid } from "@/lib/calls/webhook-fields";
import { adminClient } from "@/lib/supabase/admin";

export const PUT = route(
  {
    access: "user",
    summary: "Keep how well you were connected in a call, for its details",
    params: z.object({ sid: providerSid }),
    body: z.object({
      level: z.number().min(0).max(5).describe("0: not at all, 5: excellent"),
    }),
    errors: ["not_found"],
    kind: "signals",
  },
  async ({ userId, params, body }) => {
    const { data: kept } = await adminClient()
      .rpc("note_connection", {
        ...{ p_sid: params.sid, p_profile_id: userId, p_level: body.level },
      })
      .throwOnError();
    if (!kept) throw new ApiError("not_found", "There is no such call.");
    return {};
  },
);
