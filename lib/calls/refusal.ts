import "server-only";
import { z } from "zod";
import { ApiError } from "@/lib/api/errors";
import { firstNameOf } from "@/lib/calls/first-name";

/** Why somebody who can be reached may not be called: `private.call_refusal` of the database. */
export const callRefusal = z.object({
  outcome: z.enum(["not_allowed", "needs_consent"]),
  match_id: z.uuid(),
  callee_name: z.string(),
});
export type CallRefusal = z.infer<typeof callRefusal>;

/** The refusal as a sentence for the caller, spoken or read. */
export function refusalSentence({ outcome, callee_name }: CallRefusal): string {
  const name = firstNameOf(callee_name, "This person");
  return outcome === "not_allowed"
    ? `${name} has switched off calls in this match.`
    : `${name} has not allowed calls yet.`;
}

/** The refusal as the API answers it: `calls_off` or `consent_needed`. */
export function refusalError(refusal: CallRefusal): ApiError {
  const code = refusal.outcome === "not_allowed" ? "calls_off" : "consent_needed";
  return new ApiError(code, refusalSentence(refusal));
}
