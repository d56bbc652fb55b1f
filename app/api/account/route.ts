import { z } from "zod";
import { leave } from "@/lib/account/leave";
import { bearerToken } from "@/lib/api/caller";
import { route } from "@/lib/api/route";

/** Begins the deletion of the account; signing in again within the grace period can call it off. */
export const DELETE = route(
  {
    access: "user",
    whenClosed: true,
    summary: "Delete one's account, after a grace period, and sign out everywhere",
    body: z.object({
      confirm: z.literal("delete my account", "must be the words: delete my account"),
    }),
    response: z.object({
      deletedFrom: z.iso.datetime({ offset: true }).describe("when everything goes for good"),
    }),
    errors: ["not_found", "not_configured", "provider_error"],
    limit: { name: "delete-account", max: 10, windowSeconds: 3600 },
  },
  async ({ request, supabase, userId }) => {
    const deletedFrom = await leave(userId);
    // The session is over already; this takes its cookies back.
    if (!bearerToken(request)) await supabase.auth.signOut({ scope: "local" });
    return { deletedFrom };
  },
);
