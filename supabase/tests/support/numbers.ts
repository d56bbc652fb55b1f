import type { Database } from "../../../sandbox/supabase/database.ts";
import { callSid, type Person, personId } from "./world.ts";

let count = 0;

/** Gives somebody a number of their own; its id. */
export async function giveNumber(database: Database, owner: Person, number: string) {
  const [row] = await database.query<{ id: string }>(
    `insert into phone_numbers (number, owner_id, country, provider_sid)
     values ($1, $2, 'US', 'PN' || lpad($3, 32, '0')) returning id`,
    [number, personId(owner), String(++count)],
  );
  if (!row) throw new Error("No number was made.");
  return row.id;
}

export interface RuleInput {
  owner: Person;
  ruleId?: string;
  numberId?: string;
  condition?: "always" | "busy" | "no-answer";
  forwardTo?: string;
  ringTimeout?: number;
  position?: number;
  enabled?: boolean;
}

export interface SavedRule {
  outcome: string;
  rule?: { id: string; position: number; enabled: boolean; forward_to: string };
}

/** Makes or changes a forwarding rule as its owner. */
export async function saveRule(database: Database, input: RuleInput): Promise<SavedRule> {
  const { owner, ruleId, numberId, condition, forwardTo, ringTimeout, position, enabled } = input;
  const [row] = await database.query<{ answer: SavedRule }>(
    "select save_forwarding_rule($1, $2, $3, $4, $5, $6, $7, $8) as answer",
    [
      personId(owner),
      ...[ruleId, numberId, condition, forwardTo, ringTimeout, position, enabled].map(
        (value) => value ?? null,
      ),
    ],
  );
  if (!row) throw new Error("The function gave no answer.");
  return row.answer;
}

/** Begins a call to somebody's own number. */
export async function beginOwned(database: Database, from: string, number: string, sid: number) {
  const [row] = await database.query<{ answer: Record<string, unknown> }>(
    "select begin_owned_call($1, $2, $3) as answer",
    [callSid(sid), from, number],
  );
  return row?.answer;
}
