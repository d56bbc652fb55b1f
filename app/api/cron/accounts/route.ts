import { z } from "zod";
import { purgeAccounts } from "@/lib/account/purge";
import { route } from "@/lib/api/route";
import { runJob } from "@/lib/operations/job-run";

/** Purges accounts whose grace period is over. May be called at any time, and twice at once. */
export const POST = route(
  {
    access: "cron",
    summary: "Purge the accounts whose grace period is over",
    response: z.object({
      purged: z.number().int(),
      failed: z.number().int().describe("accounts that are tried again the next time"),
      more: z.boolean().describe("whether others may be due: call again"),
    }),
  },
  () => runJob("accounts", purgeAccounts),
);

// Vercel's scheduler knows no other verb.
export const GET = POST;
