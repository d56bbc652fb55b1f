import "server-only";
import { z } from "zod";
import { ApiError } from "@/lib/api/errors";
import { env } from "@/lib/env";
import { deviceName } from "@/lib/push/device-name";
import { isPushEndpoint } from "@/lib/push/endpoint";
import { adminClient } from "@/lib/supabase/admin";

const key = (least: number, most: number) =>
  z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${least},${most}}$`), "must be base64url");

export const endpointField = z.string().max(1000).describe("Address at the browser's push service");

/** A browser's `PushSubscription`, as its `toJSON` gives it. https://www.w3.org/TR/push-api/ */
export const subscriptionFields = z.object({
  endpoint: endpointField,
  keys: z.object({ p256dh: key(80, 100), auth: key(16, 40) }),
  replaces: endpointField.optional().describe("The address that the browser had before"),
});

interface NewSubscription {
  profileId: string;
  /** Of the session that asks; null when its token names none. */
  sessionId: string | null;
  userAgent: string | null;
  fields: z.infer<typeof subscriptionFields>;
}

/**
 * Keeps where to push somebody's browser. Saying it again changes nothing.
 *
 * @throws ApiError `not_configured` without keys for it, `invalid_request` for an address that is
 *   no known push service's
 * @throws PostgrestError when the database does not answer
 */
export async function saveSubscription(wanted: NewSubscription): Promise<void> {
  const { push } = env();
  if (!push) throw new ApiError("not_configured", "Notifications are not set up here.");
  const { endpoint, keys, replaces } = wanted.fields;
  if (!isPushEndpoint(endpoint, push.endpointHosts)) {
    throw new ApiError("invalid_request", "This browser's push service is not known here.", {
      fields: { endpoint: "must be of a known push service" },
    });
  }
  await adminClient()
    .rpc("save_push_subscription", {
      p_profile_id: wanted.profileId,
      p_endpoint: endpoint,
      p_p256dh: keys.p256dh,
      p_auth: keys.auth,
      p_device: deviceName(wanted.userAgent),
      p_session_id: wanted.sessionId ?? undefined,
    })
    .throwOnError();
  if (replaces && replaces !== endpoint) await removeSubscription(wanted.profileId, replaces);
}

/**
 * Pushes a browser of somebody's no more; one that is not theirs stays as it is.
 *
 * @throws PostgrestError when the database does not answer
 */
export async function removeSubscription(profileId: string, endpoint: string): Promise<void> {
  await adminClient()
    .from("push_subscriptions")
    .delete()
    .eq("profile_id", profileId)
    .eq("endpoint", endpoint)
    .throwOnError();
}

/**
 * Whoever signs out is not told of anything there any more.
 *
 * @param sessionId - only what this session has asked for; absent: everything of the person's
 * @throws PostgrestError when the database does not answer
 */
export async function removeSubscriptionsOf(profileId: string, sessionId?: string): Promise<void> {
  const removal = adminClient().from("push_subscriptions").delete().eq("profile_id", profileId);
  await (sessionId ? removal.eq("session_id", sessionId) : removal).throwOnError();
}
