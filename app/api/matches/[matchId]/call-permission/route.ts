import { z } from "zod";
import { route } from "@/lib/api/route";
import { setCallPermission } from "@/lib/calls/permission/set-permission";
import { matchParams } from "@/lib/matches/group-fields";
import { Constants } from "@/lib/supabase/database.types";

export const PUT = route(
  {
    access: "user",
    summary: "Say how the other person of a match may call you",
    params: matchParams,
    body: z.object({
      permission: z
        .enum(Constants.public.Enums.call_permission)
        .describe("ask: after asking you; nobody: not at all; voice; video: by voice as well"),
    }),
    response: z.object({}),
    errors: ["not_found"],
    limit: { name: "call-permission", max: 60, windowSeconds: 3600 },
  },
  async ({ userId, params, body }) => {
    await setCallPermission({ profileId: userId, ...params, ...body });
    return {};
  },
);
