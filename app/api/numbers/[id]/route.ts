import { z } from "zod";
import { route } from "@/lib/api/route";
import { greeting, numberId, numberName, numberView } from "@/lib/numbers/number-fields";
import { releaseNumber } from "@/lib/numbers/release-number";
import { updateNumber } from "@/lib/numbers/update-number";

export const PUT = route(
  {
    access: "user",
    summary: "Rename one of your numbers, or change what its callers hear",
    params: numberId,
    body: z.object({ name: numberName.optional(), greeting: greeting.optional() }),
    response: z.object({ number: numberView }),
    errors: ["not_found"],
    limit: { name: "update-number", max: 60, windowSeconds: 3600 },
  },
  async ({ userId, params, body }) => ({
    number: await updateNumber({ id: params.id, ownerId: userId, ...body }),
  }),
);

export const DELETE = route(
  {
    access: "user",
    summary: "Release one of your numbers; calls on it end",
    params: numberId,
    response: z.object({}),
    errors: ["not_found", "not_configured", "provider_error"],
    limit: { name: "release-number", max: 20, windowSeconds: 3600 },
  },
  async ({ userId, params }) => {
    await releaseNumber(params.id, userId);
    return {};
  },
);
