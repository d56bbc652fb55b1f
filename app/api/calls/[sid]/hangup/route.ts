import { z } from "zod";
import { route } from "@/lib/api/route";
import { hangUp } from "@/lib/calls/end-call";
import { providerSid } from "@/lib/calls/webhook-fields";

export const POST = route(
  {
    access: "user",
    summary: "Hang up a call that you are in, or leave a group's; one that is over stays as it is",
    params: z.object({ sid: providerSid }),
    response: z.object({}),
    errors: ["not_found", "not_configured", "provider_error"],
    kind: "safety",
  },
  async ({ userId, params }) => {
    await hangUp(params.sid, userId);
    return {};
  },
);
