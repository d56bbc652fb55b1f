import { z } from "zod";
import { route } from "@/lib/api/route";
import {
  endpointField,
  removeSubscription,
  saveSubscription,
  subscriptionFields,
} from "@/lib/push/subscriptions";

/** Has this browser notified of calls and messages. */
export const POST = route(
  {
    access: "user",
    summary: "Keep where a browser gets notifications",
    body: subscriptionFields,
    response: z.object({}),
    errors: ["not_configured"],
    limit: { name: "push-subscribe", max: 120, windowSeconds: 3600 },
  },
  async ({ request, userId, claims, body }) => {
    await saveSubscription({
      profileId: userId,
      sessionId: z.uuid().nullable().catch(null).parse(claims.session_id),
      userAgent: request.headers.get("user-agent"),
      fields: body,
    });
    return {};
  },
);

/** Leaves this browser alone. */
export const DELETE = route(
  {
    access: "user",
    summary: "Send a browser no more notifications",
    body: z.object({ endpoint: endpointField }),
    response: z.object({}),
  },
  async ({ userId, body }) => {
    await removeSubscription(userId, body.endpoint);
    return {};
  },
);
