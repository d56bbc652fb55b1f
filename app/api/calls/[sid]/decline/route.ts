import { z } from "zod";
import { route } from "@/lib/api/route";
import { declineRoom } from "@/lib/calls/rooms/leave-room";
import { roomSid } from "@/lib/calls/rooms/webhook-fields";

/** Voice calls between two are declined where they ring, by the SDK. */
export const POST = route(
  {
    access: "user",
    summary: "Decline a room call that rings; it has no effect once you have joined it",
    params: z.object({ sid: roomSid }),
    response: z.object({ declined: z.boolean() }),
    errors: ["not_found", "not_configured", "provider_error"],
    kind: "safety",
  },
  async ({ userId, params }) => ({
    declined: await declineRoom({ sid: params.sid, profileId: userId }),
  }),
);
