import { z } from "zod";
import { route } from "@/lib/api/route";
import { deleteMessage } from "@/lib/chat/delete-message";

/** Deletes a message of one's own for everybody; its line stays, empty. */
export const DELETE = route(
  {
    access: "user",
    summary: "Delete a message of one's own, for everybody; safe to repeat",
    params: z.object({ id: z.uuid("must be the id of a message") }),
    response: z.object({}),
    errors: ["not_found"],
    limit: { name: "delete-message", max: 600, windowSeconds: 3600 },
  },
  async ({ userId, params }) => {
    await deleteMessage(userId, params.id);
    return {};
  },
);
