import { z } from "zod";
import { route } from "@/lib/api/route";
import { matchParams } from "@/lib/matches/group-fields";
import { leaveMatch } from "@/lib/matches/leave-match";

/** Unmatches a person, or leaves a group. Its calls go on without whoever has left. */
export const POST = route(
  {
    access: "user",
    kind: "safety",
    summary: "End a match with one person, or leave a group; its calls end for you at once",
    params: matchParams,
    response: z.object({}),
    errors: ["not_found", "not_configured", "provider_error"],
    limit: { name: "leave-match", max: 60, windowSeconds: 3600 },
  },
  async ({ userId, params }) => {
    await leaveMatch(userId, params.matchId);
    return {};
  },
);
