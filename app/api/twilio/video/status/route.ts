import { route } from "@/lib/api/route";
import { recordRoomEvent } from "@/lib/calls/events/room";
import { roomWebhook } from "@/lib/calls/rooms/webhook-fields";
import { log } from "@/lib/log";

/** What happens in a room. */
export const POST = route(
  {
    access: "twilio",
    summary: "Report what happens in a room",
    body: roomWebhook,
    errors: ["not_configured", "provider_error"],
  },
  async ({ body, requestId }) => {
    const did = await recordRoomEvent(body);
    log.info({ requestId, did }, "video status");
    return new Response(null, { status: 204 });
  },
);
