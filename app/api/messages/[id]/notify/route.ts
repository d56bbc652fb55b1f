import { z } from "zod";
import { route } from "@/lib/api/route";
import { pushMessage } from "@/lib/push/after-message";

/** The sender's browser says that its message is written. */
export const POST = route(
  {
    access: "user",
    summary: "Notify those who have not seen one's message; once, however often it is asked",
    params: z.object({ id: z.uuid() }),
    response: z.object({}),
    kind: "signals",
  },
  ({ userId, params }) => {
    pushMessage(params.id, userId);
    return {};
  },
);
