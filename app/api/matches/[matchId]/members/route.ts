import { z } from "zod";
import { route } from "@/lib/api/route";
import { addMembers } from "@/lib/matches/add-members";
import { addedMatchIds, matchParams } from "@/lib/matches/group-fields";

export const POST = route(
  {
    access: "user",
    summary: "Add people of your own matches to a group that you are in",
    params: matchParams,
    body: z.object({ matchIds: addedMatchIds }),
    response: z.object({}),
    errors: ["not_found", "not_reachable", "conflict"],
    limit: { name: "add-members", max: 60, windowSeconds: 86_400 },
  },
  async ({ userId, params, body }) => {
    await addMembers({ profileId: userId, groupId: params.matchId, matchIds: body.matchIds });
    return {};
  },
);
