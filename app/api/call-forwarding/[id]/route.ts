import { z } from "zod";
import { route } from "@/lib/api/route";
import { deleteRule } from "@/lib/forwarding/delete-rule";
import { ruleFields, ruleId, ruleView } from "@/lib/forwarding/rule-fields";
import { saveRule } from "@/lib/forwarding/save-rule";

export const PUT = route(
  {
    access: "user",
    summary: "Change a forwarding rule; what is absent stays",
    params: ruleId,
    body: ruleFields.partial(),
    response: z.object({ rule: ruleView }),
    errors: [
      ...(["invalid_phone", "unsupported_country", "premium_number"] as const),
      ...(["number_not_allowed", "not_found", "limit_reached"] as const),
      ...(["conflict", "forwarding_loop"] as const),
    ],
    limit: { name: "save-rule", max: 120, windowSeconds: 3600 },
  },
  async ({ userId, params, body }) => ({
    rule: await saveRule({ ownerId: userId, ruleId: params.id, ...body }),
  }),
);

export const DELETE = route(
  {
    access: "user",
    summary: "Delete a forwarding rule",
    params: ruleId,
    response: z.object({}),
    errors: ["not_found"],
    limit: { name: "save-rule", max: 120, windowSeconds: 3600 },
  },
  async ({ supabase, params }) => {
    await deleteRule(supabase, params.id);
    return {};
  },
);
