import { z } from "zod";
import { route } from "@/lib/api/route";
import { decide } from "@/lib/discovery/decide";
import { decisionFields } from "@/lib/discovery/fields";

export const POST = route(
  {
    access: "user",
    summary: "Like or pass somebody; two likes make a match",
    body: decisionFields,
    response: z.object({ match: z.object({ id: z.uuid() }).nullable() }),
    errors: ["not_found"],
    limit: { name: "decide", max: 1000, windowSeconds: 86_400 },
  },
  async ({ userId, body }) => ({
    match: await decide({ profileId: userId, otherId: body.profileId, kind: body.kind }),
  }),
);
