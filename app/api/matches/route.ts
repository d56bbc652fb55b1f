import { z } from "zod";
import { route } from "@/lib/api/route";
import { groupTitle, startMatchIds } from "@/lib/matches/group-fields";
import { startGroup } from "@/lib/matches/start-group";

export const POST = route(
  {
    access: "user",
    summary: "Start a group with the people of your own matches: a double date of two",
    body: z.object({ matchIds: startMatchIds, title: groupTitle }),
    response: z.object({ matchId: z.uuid() }),
    errors: ["not_reachable", "conflict"],
    limit: { name: "start-group", max: 20, windowSeconds: 86_400 },
  },
  async ({ userId, body }) => ({ matchId: await startGroup({ profileId: userId, ...body }) }),
);
