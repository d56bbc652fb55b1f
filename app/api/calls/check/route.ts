import { z } from "zod";
import { route } from "@/lib/api/route";
import { requireExternal } from "@/lib/calls/phone/external";

/** In the call itself the same refusal is spoken, which nobody reads. */
export const POST = route(
  {
    access: "user",
    summary: "Ask whether you may call a number outside of Duet",
    body: z.object({ to: z.string().max(40).describe("With its country code") }),
    response: z.object({ to: z.string().describe("E.164") }),
    errors: [
      ...(["external_calls_off", "invalid_phone", "unsupported_country"] as const),
      ...(["premium_number", "number_not_allowed"] as const),
    ],
  },
  async ({ body }) => ({ to: requireExternal(body.to) }),
);
