import "server-only";
import { isAuthApiError } from "@supabase/supabase-js";
import { endCallsOf } from "@/lib/account/end-calls";
import { ApiError } from "@/lib/api/errors";
import { accountEmail } from "@/lib/auth/account-email";
import { removeVoiceNotesOf } from "@/lib/chat/voice-notes/storage";
import { env } from "@/lib/env";
import { personTag } from "@/lib/keyed-hash";
import { log } from "@/lib/log";
import { releaseNumber } from "@/lib/numbers/release-number";
import { removePicturesOf } from "@/lib/profiles/picture-store";
import { forget } from "@/lib/recordings/discard";
import { adminClient } from "@/lib/supabase/admin";

/** Few enough for one request of a scheduler. */
const atOnce = 20;

type Purged = {
  purged: number;
  /** Accounts that are tried again the next time. */
  failed: number;
  /** Whether others may be due. */
  more: boolean;
};

/**
 * Purges the accounts that have been leaving for longest. One that cannot be purged, since a
 * service does not answer, is tried again later, after those that have not been tried.
 *
 * @throws PostgrestError when it cannot be asked which are due
 */
export async function purgeAccounts(): Promise<Purged> {
  const { data: due } = await adminClient()
    .rpc("due_accounts", { p_grace_days: env().accounts.graceDays, p_limit: atOnce })
    .throwOnError();
  let purged = 0;
  let failed = 0;
  // One after the other: it is not urgent, and Twilio limits requests at a time.
  for (const profileId of due) {
    try {
      // Who has come back since the list was made keeps everything.
      if (await isOurs(profileId)) {
        await purge(profileId);
        purged += 1;
      }
    } catch (error) {
      failed += 1;
      log.error({ user: personTag(profileId), error }, "account not purged");
    }
  }
  return { purged, failed, more: due.length === atOnce };
}

async function isOurs(profileId: string): Promise<boolean> {
  const { data } = await adminClient()
    .rpc("begin_purge", { p_profile_id: profileId, p_grace_days: env().accounts.graceDays })
    .throwOnError();
  return data;
}

/**
 * Removes all that is a person's, and what of them others keep. The account itself goes last: a
 * purge that breaks off is found again by it, and each step may be repeated.
 */
async function purge(profileId: string): Promise<void> {
  await endCallsOf(profileId);
  await removeRecordings(profileId);
  await releaseNumbers(profileId);
  await removeVoiceNotesOf(profileId);
  await removePicturesOf(profileId);
  const { data: isLeaving } = await adminClient()
    .rpc("anonymise_account", { p_profile_id: profileId })
    .throwOnError();
  if (!isLeaving) return;
  await barIfSuspended(profileId);
  const { error } = await adminClient().auth.admin.deleteUser(profileId);
  if (error && !(isAuthApiError(error) && error.code === "user_not_found")) throw error;
}

/** Recordings of calls in which the person spoke, and their voicemail, with what was written down of it. */
async function removeRecordings(profileId: string): Promise<void> {
  for (;;) {
    const { data: sids } = await adminClient()
      .rpc("recordings_of", { p_profile_id: profileId })
      .throwOnError();
    if (sids.length === 0) return;
    for (const sid of sids) await forget(sid);
  }
}

/** Left to themselves they would go on costing, and ring for nobody. */
async function releaseNumbers(profileId: string): Promise<void> {
  const { data: numbers } = await adminClient()
    .from("phone_numbers")
    .select("id")
    .eq("owner_id", profileId)
    .is("released_at", null)
    .not("provider_sid", "is", null)
    .throwOnError();
  for (const { id } of numbers) {
    await releaseNumber(id, profileId).catch((error: unknown) => {
      if (!(error instanceof ApiError && error.code === "not_found")) throw error;
    });
  }
}

/** A suspension outlives the account, or whoever was suspended would just sign up again. */
async function barIfSuspended(profileId: string): Promise<void> {
  const db = adminClient();
  const { data } = await db
    .from("profiles")
    .select("suspended_at")
    .eq("id", profileId)
    .maybeSingle()
    .throwOnError();
  if (!data?.suspended_at) return;
  const { data: contact } = await db
    .from("private_profiles")
    .select("phone, email")
    .eq("id", profileId)
    .maybeSingle()
    .throwOnError();
  const barred = [
    contact?.phone ? [accountEmail({ kind: "phone", to: contact.phone })] : [],
    contact?.email ? [accountEmail({ kind: "email", to: contact.email })] : [],
  ].flat();
  if (barred.length === 0) return;
  await db
    .from("barred_accounts")
    .upsert(
      barred.map((auth_email) => ({ auth_email })),
      { ignoreDuplicates: true },
    )
    .throwOnError();
}
