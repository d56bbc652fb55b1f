import { z } from "zod";
import { route } from "@/lib/api/route";
import { runAlerts } from "@/lib/operations/alerts/run";
import { runJob } from "@/lib/operations/job-run";

/** Seconds that a host gives a request: Twilio may keep us waiting. */
export const maxDuration = 60;

/** Looks whether anything is wrong, and tells whoever is to know. May be called at any time. */
export const POST = route(
  {
    access: "cron",
    summary: "Find what is wrong, and tell the alert webhook what has changed",
    response: z.object({
      firing: z.number().int().describe("alerts that fire now"),
      told: z.number().int().describe("changes that the alert webhook has accepted"),
      untold: z.number().int().describe("changes that it has not; it is told the next time"),
    }),
  },
  () => runJob("alerts", runAlerts),
);

// Vercel's scheduler knows no other verb.
export const GET = POST;
