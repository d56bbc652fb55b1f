import { randomUUID } from "node:crypto";
import { z } from "zod";
import { ApiError } from "@/lib/api/errors";
import { route } from "@/lib/api/route";
import { callView, presentCall } from "@/lib/calls/call-view";
import { findCall } from "@/lib/calls/find-call";
import { callListQuery, listCalls } from "@/lib/calls/list-calls";
import { clickToCall, clickToCallBody } from "@/lib/calls/phone/click-to-call";
import { adminClient } from "@/lib/supabase/admin";

export const GET = route(
  {
    access: "user",
    summary: "Your calls, newest first",
    query: callListQuery,
    response: z.object({
      calls: z.array(callView),
      next: z.string().nullable().describe("Value of `before` for the next page"),
    }),
    limit: { name: "list-calls", max: 120, windowSeconds: 60, perInstance: true },
  },
  async ({ supabase, query }) => {
    const { calls, next } = await listCalls(supabase, query);
    return { calls: calls.map(presentCall), next };
  },
);

export const POST = route(
  {
    access: "user",
    summary: "Ring your own phone, then call a match or a number; header Idempotency-Key",
    body: clickToCallBody,
    response: z.object({ call: callView }),
    errors: [
      ...(["not_found", "not_reachable", "phone_calls_off", "external_calls_off"] as const),
      ...(["calls_off", "consent_needed"] as const),
      ...(["phone_needed", "busy", "conflict", "invalid_phone", "unsupported_country"] as const),
      ...(["premium_number", "number_not_allowed", "not_configured", "provider_error"] as const),
    ],
    limit: { name: "phone-calls-minute", max: 5, windowSeconds: 60 },
  },
  async ({ request, userId, body }) => {
    const key = request.headers.get("idempotency-key") || randomUUID();
    if (key.length > 255) throw new ApiError("invalid_request", "The Idempotency-Key is too long.");
    const sid = await clickToCall(userId, body, key);
    // By the admin client: a block a moment later would hide it from its own caller.
    return { call: presentCall(await findCall(adminClient(), { sid, participantId: userId })) };
  },
);
