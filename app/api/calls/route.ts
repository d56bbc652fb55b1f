import { randomUUID } from "node:crypto";
import { z } from "zod";
import { ApiError } from "@/lib/api/errors";
import { route } from "@/lib/api/route";
import { callView, presentCall } from "@/lib/calls/call-view";
import { findMyCall } from "@/lib/calls/find-my-call";
import { callListQuery, listCalls } from "@/lib/calls/list-calls";
import { clickToCall, clickToCallBody } from "@/lib/calls/phone/click-to-call";

export const GET = route(
  {
    access: "user",
    summary: "Your calls of all kinds, newest first",
    query: callListQuery,
    response: z.object({
      calls: z.array(callView),
      next: z.string().nullable().describe("Value of `before` for the next page"),
    }),
  },
  ({ supabase, query }) => listCalls(supabase, query),
);

export const POST = route(
  {
    access: "user",
    kind: "calls",
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
  async ({ request, supabase, userId, body }) => {
    const key = request.headers.get("idempotency-key") || randomUUID();
    if (key.length > 255) throw new ApiError("invalid_request", "The Idempotency-Key is too long.");
    const sid = await clickToCall(userId, body, key);
    return { call: presentCall(await findMyCall(supabase, sid)) };
  },
);
