import "server-only";
import { type Recipient, recipientHash } from "@/lib/auth/recipient";
import { keyedHash } from "@/lib/keyed-hash";
import { adminClient } from "@/lib/supabase/admin";

/** A code that Verify has approved, held by one request while it makes the session. */
export interface Approval {
  /** The session is there: the code is worth nothing from now on. */
  consume(): Promise<void>;
  /** The session could not be made: the same code may try again at once. */
  release(): Promise<void>;
}

/**
 * Takes over an approval of the last minute that has not become a session yet.
 *
 * @throws PostgrestError when the database does not answer
 */
export async function claimApproval(recipient: Recipient, code: string): Promise<Approval | null> {
  const hash = recipientHash(recipient);
  const { data: claimed } = await adminClient()
    .rpc("claim_verification", { p_recipient_hash: hash, p_code_hash: codeHash(recipient, code) })
    .throwOnError();
  return claimed ? approval(hash) : null;
}

/**
 * Remembers that Verify has approved the code, which it does once only, and holds the approval.
 *
 * @throws PostgrestError when the database does not answer
 */
export async function rememberApproval(recipient: Recipient, code: string): Promise<Approval> {
  const hash = recipientHash(recipient);
  const now = new Date().toISOString();
  await adminClient()
    .from("verification_approvals")
    .upsert({
      recipient_hash: hash,
      code_hash: codeHash(recipient, code),
      approved_at: now,
      claimed_at: now,
      consumed_at: null,
    })
    .throwOnError();
  return approval(hash);
}

function codeHash({ to }: Recipient, code: string): string {
  return keyedHash(`${to} ${code}`);
}

function approval(hash: string): Approval {
  const update = async (values: { claimed_at?: null; consumed_at?: string }) => {
    await adminClient()
      .from("verification_approvals")
      .update(values)
      .eq("recipient_hash", hash)
      .throwOnError();
  };
  return {
    consume: () => update({ consumed_at: new Date().toISOString() }),
    release: () => update({ claimed_at: null }),
  };
}
