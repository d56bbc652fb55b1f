import { z } from "zod";
import { route } from "@/lib/api/route";
import { blockPerson } from "@/lib/blocks/block-person";

/** Blocks a person. Neither can reach the other from then on, and calls between them end. */
export const POST = route(
  {
    access: "user",
    kind: "safety",
    summary: "Block a person; a call with them ends",
    body: z.object({ profileId: z.uuid("must be the id of a profile") }),
    response: z.object({}),
    errors: ["not_found", "not_configured", "provider_error"],
    limit: { name: "block", max: 60, windowSeconds: 3600 },
  },
  async ({ supabase, userId, body }) => {
    await blockPerson({ supabase, blockerId: userId, blockedId: body.profileId });
    return {};
  },
);
