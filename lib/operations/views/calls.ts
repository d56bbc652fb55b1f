import "server-only";
import { z } from "zod";
import { adminClient } from "@/lib/supabase/admin";
import { Constants } from "@/lib/supabase/database.types";

const { call_kind, call_status, call_end_reason, call_event_source, call_role } =
  Constants.public.Enums;

/** What a list of calls may show. */
export const callViews = [
  { key: "recent", name: "Recent" },
  { key: "live", name: "Live" },
  { key: "stuck", name: "Stuck" },
  { key: "reconciled", name: "Reconciled" },
  { key: "failed", name: "Failed" },
] as const;
export type CallView = (typeof callViews)[number]["key"];

const common = {
  sid: z.string(),
  kind: z.enum(call_kind),
  status: z.enum(call_status),
  end_reason: z.enum(call_end_reason).nullable(),
  error_code: z.number().nullable(),
  started_at: z.string(),
  duration_seconds: z.number().nullable(),
  stuck: z.boolean(),
};
const line = z.object({
  ...common,
  caller: z.string(),
  callees: z.array(z.string()),
  reconciled: z.boolean(),
});
const leg = z.object({
  sid: z.string().nullable(),
  role: z.enum(call_role),
  status: z.enum(call_status),
  joined_at: z.string().nullable(),
  left_at: z.string().nullable(),
  name: z.string().nullable(),
  price: z.number().nullable(),
  currency: z.string().nullable(),
});
const event = z.object({
  leg: z.string(),
  event: z.string(),
  status: z.enum(call_status),
  source: z.enum(call_event_source),
  sequence: z.number().nullable(),
  occurred_at: z.string(),
  received_at: z.string(),
});
const details = z.object({
  ...common,
  answered_at: z.string().nullable(),
  ended_at: z.string().nullable(),
  check_due_at: z.string().nullable(),
  legs: z.array(leg),
  events: z.array(event),
});
export type CallLine = z.infer<typeof line>;
export type CallDetails = z.infer<typeof details>;

const pageLength = 50;

/**
 * Calls, newest first, for whoever has made sure that a moderator asks.
 *
 * @param before - only older ones, ISO 8601
 * @returns a page, and what to ask for as `before` to go on; null at the end
 * @throws PostgrestError
 */
export async function listCallsOf(
  view: CallView,
  before: string | undefined,
): Promise<{ calls: CallLine[]; next: string | null }> {
  const { data } = await adminClient()
    .rpc("operators_calls", {
      p_view: view,
      p_limit: pageLength + 1,
      ...(before && { p_before: before }),
    })
    .throwOnError();
  const found = z.array(line).parse(data);
  const calls = found.slice(0, pageLength);
  return {
    calls,
    next: found.length > pageLength ? (calls.at(-1)?.started_at ?? null) : null,
  };
}

/** A call and all that the provider said of it; null when there is none. @throws PostgrestError */
export async function readCall(sid: string): Promise<CallDetails | null> {
  const { data } = await adminClient().rpc("operators_call", { p_sid: sid }).throwOnError();
  return details.nullable().parse(data);
}
