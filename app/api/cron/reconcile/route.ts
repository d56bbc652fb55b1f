import { z } from "zod";
import { route } from "@/lib/api/route";
import { reconcile } from "@/lib/calls/reconcile/run";
import { runJob } from "@/lib/operations/job-run";

/** Seconds that a host gives a request, and how long of these new work is begun. */
export const maxDuration = 60;
const withinMs = 25_000;

/** Brings calls up to Twilio's account of them. May be called at any time, and twice at once. */
export const POST = route(
  {
    access: "cron",
    summary: "Repair calls whose callbacks were lost, and end what outlived its call",
    response: z.object({
      checked: z.number().int().describe("calls that were due"),
      repaired: z.number().int().describe("calls of which more, or something else, is known now"),
      ended: z.number().int().describe("calls, rooms, participants and relays that were ended"),
      failed: z.number().int().describe("calls that could not be looked at; they come back"),
      costs: z.number().int().describe("legs whose cost was read"),
      more: z.boolean().describe("whether something is left: call again"),
    }),
    errors: ["not_configured", "provider_error", "unavailable"],
  },
  () => runJob("reconcile", () => reconcile(withinMs)),
);

// Vercel's scheduler knows no other verb.
export const GET = POST;
