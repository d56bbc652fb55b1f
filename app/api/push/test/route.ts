import { z } from "zod";
import { route } from "@/lib/api/route";
import { sendTestPush } from "@/lib/push/test-push";

/** Shows a person what a notification looks like. */
export const POST = route(
  {
    access: "user",
    summary: "Send a test notification to all of one's browsers",
    response: z.object({ sent: z.number().int().describe("Browsers that it is on its way to") }),
    limit: { name: "push-test", max: 10, windowSeconds: 600 },
  },
  async ({ userId }) => ({ sent: await sendTestPush(userId) }),
);
