import { z } from "zod";
import { route } from "@/lib/api/route";
import { findRule } from "@/lib/forwarding/list-rules";
import { ruleId, ruleView } from "@/lib/forwarding/rule-fields";
import { saveRule } from "@/lib/forwarding/save-rule";

export const PATCH = route(
  {
    access: "user",
    summary: "Switch a forwarding rule on or off; over to the other without saying which",
    params: ruleId,
    body: z.object({ enabled: z.boolean().optional() }),
    response: z.object({ rule: ruleView }),
    errors: ["not_found", "forwarding_loop"],
    limit: { name: "save-rule", max: 120, windowSeconds: 3600 },
  },
  async ({ userId, supabase, params, body }) => {
    const enabled = body.enabled ?? !(await findRule(supabase, params.id)).enabled;
    return { rule: await saveRule({ ownerId: userId, ruleId: params.id, enabled }) };
  },
);
