import { z } from "zod";
import { route } from "@/lib/api/route";
import { listRules } from "@/lib/forwarding/list-rules";
import { ruleFields, ruleView } from "@/lib/forwarding/rule-fields";
import { saveRule } from "@/lib/forwarding/save-rule";
import { findNumber } from "@/lib/numbers/find-number";

const numberId = z.uuid("must be the id of a number");

export const GET = route(
  {
    access: "user",
    summary: "Forwarding rules of your numbers, in the order in which they are tried",
    query: z.object({ numberId: numberId.optional() }),
    response: z.object({ rules: z.array(ruleView) }),
    errors: ["not_found"],
  },
  async ({ supabase, userId, query }) => {
    if (query.numberId) await findNumber(query.numberId, userId);
    return { rules: await listRules(supabase, query.numberId) };
  },
);

export const POST = route(
  {
    access: "user",
    summary: "Forward calls to one of your numbers: always, when busy, or when nobody answers",
    body: ruleFields.partial().required({ condition: true, forwardTo: true }).extend({ numberId }),
    response: z.object({ rule: ruleView }),
    errors: [
      ...(["invalid_phone", "unsupported_country", "premium_number"] as const),
      ...(["number_not_allowed", "not_found", "limit_reached"] as const),
      ...(["conflict", "forwarding_loop"] as const),
    ],
    limit: { name: "save-rule", max: 120, windowSeconds: 3600 },
  },
  async ({ userId, body }) => ({ rule: await saveRule({ ownerId: userId, ...body }) }),
);
