import { after } from "next/server";
import { z } from "zod";
import { route } from "@/lib/api/route";
import { log } from "@/lib/log";
import { notifyMessage } from "@/lib/push/messages";

/** The sender's browser says that its message is written. */
export const POST = route(
  {
    access: "user",
    summary: "Notify those who have not seen one's message; once, however often it is asked",
    params: z.object({ id: z.uuid() }),
    response: z.object({}),
    limit: { name: "message-notify", max: 120, windowSeconds: 60, perInstance: true },
  },
  async ({ userId, params, requestId }) => {
    // The sender waits for nothing, and learns nothing of the others' devices.
    after(async () => {
      try {
        const pushed = await notifyMessage(params.id, userId);
        log.info({ requestId, pushed }, "message notified");
      } catch (error) {
        log.warn({ requestId, error }, "message not notified");
      }
    });
    return {};
  },
);
