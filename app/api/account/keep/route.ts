import { z } from "zod";
import { keepAccount } from "@/lib/account/leave";
import { route } from "@/lib/api/route";

/** Calls the deletion of the account off. */
export const POST = route(
  {
    access: "user",
    whenClosed: true,
    summary: "Keep one's account after all, during the grace period",
    response: z.object({}),
    errors: ["account_closed"],
    limit: { name: "keep-account", max: 10, windowSeconds: 3600 },
  },
  async ({ userId }) => {
    await keepAccount(userId);
    return {};
  },
);
