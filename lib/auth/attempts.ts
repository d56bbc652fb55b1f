import "server-only";
import { type Recipient, recipientHash } from "@/lib/auth/recipient";
import { asVerifyChannel, channelFor, type VerifyChannel } from "@/lib/auth/verify-channels";
import { keyedHash } from "@/lib/keyed-hash";
import { log } from "@/lib/log";
import { adminClient } from "@/lib/supabase/admin";

type Outcome = "sent" | "refused" | "failed" | "wrong-code" | "expired" | "approved";

interface Attempt {
  recipient: Recipient;
  ip: string;
  channel: VerifyChannel;
  outcome: Outcome;
  /** The recipient had signed in with this browser before. */
  isKnownDevice?: boolean;
}

/**
 * Remembers what was tried, without the number or the address. A sign-in does not fail for want of
 * this record: the loss is logged.
 */
export async function recordAttempt(attempt: Attempt): Promise<void> {
  const { recipient, ip, channel, outcome, isKnownDevice = false } = attempt;
  const { error } = await adminClient()
    .from("verification_attempts")
    .insert({
      recipient_hash: recipientHash(recipient),
      ip_hash: keyedHash(ip),
      country: recipient.country,
      channel,
      outcome,
      is_known_device: isKnownDevice,
    });
  if (error) log.error({ error, outcome }, "verification attempt not recorded");
}

/** What has happened to a recipient in the last hour, since they last proved themselves. */
export interface RecentAttempts {
  /** Wrong codes within the ten minutes that a code lives. */
  wrongCodes: number;
  /** The channel of the last send. */
  channel: VerifyChannel;
}

const codeLifetimeMs = 10 * 60_000;

/** @throws PostgrestError when the database does not answer */
export async function recentAttempts(recipient: Recipient, now: number): Promise<RecentAttempts> {
  const { data } = await adminClient()
    .from("verification_attempts")
    .select("outcome, channel, created_at")
    .eq("recipient_hash", recipientHash(recipient))
    .gt("created_at", new Date(now - 3_600_000).toISOString())
    .order("created_at", { ascending: false })
    .limit(100)
    .throwOnError();
  const approved = data.findIndex(({ outcome }) => outcome === "approved");
  const since = approved === -1 ? data : data.slice(0, approved);
  const lastSend = since.find(({ outcome }) => outcome === "sent");
  return {
    wrongCodes: since.filter(
      ({ outcome, created_at }) =>
        outcome === "wrong-code" && Date.parse(created_at) > now - codeLifetimeMs,
    ).length,
    channel: channelFor(recipient, asVerifyChannel(lastSend?.channel)),
  };
}
