import "server-only";
import { z } from "zod";
import { Constants } from "@/lib/supabase/database.types";

const condition = z.enum(
  Constants.public.Enums.forwarding_condition,
  "must be always, busy or no-answer",
);
const seconds = "must be whole seconds from 5 to 60";

/** What a rule says, apart from the number it belongs to. */
export const ruleFields = z.object({
  condition,
  forwardTo: z.string().min(1, "is missing").max(40).describe("A number with its country code"),
  ringTimeout: z.int(seconds).min(5, seconds).max(60, seconds).describe("Seconds"),
  position: z
    .int()
    .min(0, "must not be negative")
    .max(100)
    .describe("Place among the rules of this condition, from 0"),
  enabled: z.boolean(),
});

/** A forwarding rule, as the API shows it to the owner of the number. */
export const ruleView = ruleFields.extend({
  id: z.uuid(),
  numberId: z.uuid(),
  createdAt: z.string(),
});
export type RuleView = z.infer<typeof ruleView>;

export const ruleId = z.object({ id: z.uuid("must be the id of a rule") });

/** A rule as the database gives it. */
export const ruleRow = z
  .object({
    id: z.uuid(),
    number_id: z.uuid(),
    condition,
    forward_to: z.string(),
    ring_timeout: z.number(),
    position: z.number(),
    enabled: z.boolean(),
    created_at: z.string(),
  })
  .transform(
    (row): RuleView => ({
      id: row.id,
      numberId: row.number_id,
      condition: row.condition,
      forwardTo: row.forward_to,
      ringTimeout: row.ring_timeout,
      position: row.position,
      enabled: row.enabled,
      createdAt: row.created_at,
    }),
  );
