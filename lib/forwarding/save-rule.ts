import "server-only";
import { z } from "zod";
import { ApiError } from "@/lib/api/errors";
import { requireForwardable } from "@/lib/forwarding/forwardable";
import { type RuleView, ruleRow } from "@/lib/forwarding/rule-fields";
import { adminClient } from "@/lib/supabase/admin";

type Fields = Pick<RuleView, "condition" | "forwardTo" | "ringTimeout" | "position" | "enabled">;
type Change = { [Name in keyof Fields]?: Fields[Name] | undefined };

/** A new rule of a number, or a change of a rule; what is absent stays, or is as usual. */
type RuleToSave = Change & { ownerId: string } & ({ numberId: string } | { ruleId: string });

const saved = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("saved"), rule: ruleRow }),
  z.object({ outcome: z.enum(["not-found", "limit", "duplicate", "loop"]) }),
]);

/**
 * Makes or changes a forwarding rule.
 *
 * @throws ApiError `not_found` for a number or rule that is not theirs, `limit_reached` with five
 *   rules of a condition, `conflict` for a rule that is there already, `forwarding_loop` when calls
 *   would come back, or why the number cannot be called
 * @throws PostgrestError when the database does not answer
 */
export async function saveRule({ ownerId, forwardTo, ...rule }: RuleToSave): Promise<RuleView> {
  const target = forwardTo === undefined ? undefined : await requireForwardable(forwardTo);
  const { data } = await adminClient()
    .rpc("save_forwarding_rule", {
      p_owner_id: ownerId,
      ...("ruleId" in rule ? { p_rule_id: rule.ruleId } : { p_number_id: rule.numberId }),
      p_condition: rule.condition,
      p_forward_to: target,
      p_ring_timeout: rule.ringTimeout,
      p_position: rule.position,
      p_enabled: rule.enabled,
    })
    .throwOnError();
  const answer = saved.parse(data);
  if (answer.outcome === "saved") return answer.rule;
  throw refusal(answer.outcome);
}

function refusal(outcome: "not-found" | "limit" | "duplicate" | "loop"): ApiError {
  switch (outcome) {
    case "not-found":
      return new ApiError("not_found", "You have no such number or rule.");
    case "limit":
      return new ApiError("limit_reached", "A number has five rules of a kind at most.");
    case "duplicate":
      return new ApiError("conflict", "There is a rule like this already.", {
        fields: { forwardTo: "is in another rule of this kind" },
      });
    case "loop":
      return new ApiError("forwarding_loop", "Calls would go in a circle, back to this number.", {
        fields: { forwardTo: "leads back to this number" },
      });
  }
}
