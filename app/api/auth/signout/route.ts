import { z } from "zod";
import { route } from "@/lib/api/route";
import { signOut } from "@/lib/auth/sign-out";

/** Ends the session of this device, or of all of the person's devices. */
export const POST = route(
  {
    access: "user",
    whenClosed: true,
    summary: "Sign out here or everywhere",
    body: z.object({
      scope: z
        .enum(["local", "global"], "must be local or global")
        .default("local")
        .describe("local ends this session, global all of the person's"),
    }),
    response: z.object({}),
  },
  async ({ request, supabase, body }) => {
    await signOut({ request, supabase, scope: body.scope });
    return {};
  },
);
