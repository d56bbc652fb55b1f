import { z } from "zod";
import { route } from "@/lib/api/route";
import { buyNumber } from "@/lib/numbers/buy-number";
import { listNumbers } from "@/lib/numbers/list-numbers";
import { numberName, numberView } from "@/lib/numbers/number-fields";

export const GET = route(
  {
    access: "user",
    summary: "Your own numbers, oldest first",
    response: z.object({ numbers: z.array(numberView) }),
  },
  async ({ userId }) => ({ numbers: await listNumbers(userId) }),
);

export const POST = route(
  {
    access: "user",
    summary: "Buy a number; one that you have already is answered as it is",
    body: z.object({
      phoneNumber: z.string().max(40).describe("E.164, as the search has found it"),
      name: numberName.default(""),
    }),
    response: z.object({ number: numberView }),
    errors: [
      ...(["invalid_phone", "unsupported_country", "number_not_allowed", "forbidden"] as const),
      ...(["number_taken", "limit_reached", "conflict"] as const),
      ...(["not_configured", "provider_error"] as const),
    ],
    limit: { name: "buy-number", max: 20, windowSeconds: 86_400 },
  },
  async ({ userId, body }) => ({ number: await buyNumber({ ownerId: userId, ...body }) }),
);
