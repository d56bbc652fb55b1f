import { z } from "zod";
import { route } from "@/lib/api/route";
import { signOut } from "@/lib/auth/sign-out";
import { removeSubscriptionsOf } from "@/lib/push/subscriptions";

/** Ends the session of this device, or of all of the person's devices. */
export const POST = route(
  {
    access: "user",
    whenClosed: true,
    kind: "safety",
    summary: "Sign out here or everywhere",
    body: z.object({
      scope: z
        .enum(["local", "global"], "must be local or global")
        .default("local")
        .describe("local ends this session, global all of the person's"),
    }),
    response: z.object({}),
  },
  async ({ request, supabase, userId, claims, body }) => {
    await signOut({ request, supabase, scope: body.scope });
    const sessionId = z.uuid().safeParse(claims.session_id).data;
    if (body.scope === "global") await removeSubscriptionsOf(userId);
    else if (sessionId) await removeSubscriptionsOf(userId, sessionId);
    return {};
  },
);
