import { z } from "zod";
import { ApiError } from "@/lib/api/errors";
import { route } from "@/lib/api/route";
import { lacksNumber, openRelay } from "@/lib/calls/phone/relay";

export const POST = route(
  {
    access: "user",
    summary: "Get, or keep for another 30 days, the number by which you reach a match by telephone",
    params: z.object({ matchId: z.uuid() }),
    response: z.object({
      number: z.string().nullable().describe("E.164; null when somebody takes no phone calls"),
      expiresAt: z.string().nullable().describe("ISO 8601"),
      extension: z.number().int().describe("Keyed in on the main line, it reaches the match"),
      mainNumber: z.string().describe("The main line, E.164"),
      youTakeCalls: z.boolean(),
      theyTakeCalls: z.boolean(),
      youHaveAPhone: z.boolean(),
    }),
    errors: ["not_found", "not_configured", "no_free_number"],
  },
  async ({ userId, params }) => {
    const relay = await openRelay(params.matchId, userId);
    if (lacksNumber(relay)) {
      throw new ApiError("no_free_number", "No number is free for the two of you at present.");
    }
    const { yourPhone, refusal: _refusal, ...shown } = relay;
    return { ...shown, youHaveAPhone: yourPhone !== null };
  },
);
