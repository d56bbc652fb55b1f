import { z } from "zod";
import { route } from "@/lib/api/route";
import { keepHouse } from "@/lib/operations/housekeeping/run";
import { steps } from "@/lib/operations/housekeeping/steps";
import { runJob } from "@/lib/operations/job-run";

/** Seconds that a host gives a request, and how long of these new work is begun. */
export const maxDuration = 60;
const withinMs = 40_000;

/** Clears away what has been kept for long enough. May be called at any time, and twice at once. */
export const POST = route(
  {
    access: "cron",
    summary: "Delete what has been kept for long enough",
    response: z.object({
      cleared: z.record(z.string(), z.number().int()).describe("how much went, by what it was"),
      failed: z.number().int().describe("kinds that could not be cleared away; tried again"),
      more: z.boolean().describe("whether something is left: call again"),
    }),
  },
  () => runJob("housekeeping", () => keepHouse(steps(), withinMs)),
);

// Vercel's scheduler knows no other verb.
export const GET = POST;
