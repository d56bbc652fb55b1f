import { z } from "zod";
import { route } from "@/lib/api/route";

/** Lifts a block; one that is not there is lifted already. */
export const DELETE = route(
  {
    access: "user",
    summary: "Lift a block",
    params: z.object({ profileId: z.uuid("must be the id of a profile") }),
    response: z.object({}),
  },
  async ({ supabase, userId, params }) => {
    await supabase
      .from("blocks")
      .delete()
      .eq("blocker_id", userId)
      .eq("blocked_id", params.profileId)
      .throwOnError();
    return {};
  },
);
