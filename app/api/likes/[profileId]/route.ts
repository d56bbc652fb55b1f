import { z } from "zod";
import { route } from "@/lib/api/route";
import { undoPass } from "@/lib/discovery/decide";

export const DELETE = route(
  {
    access: "user",
    summary: "Take back your last pass",
    params: z.object({ profileId: z.uuid("must be the id of a profile") }),
    response: z.object({}),
    errors: ["conflict"],
    limit: { name: "undo-pass", max: 300, windowSeconds: 86_400 },
  },
  async ({ userId, params }) => {
    await undoPass(userId, params.profileId);
    return {};
  },
);
