import "server-only";
import { ApiError } from "@/lib/api/errors";
import { accountEmail } from "@/lib/auth/account-email";
import type { Recipient } from "@/lib/auth/recipient";
import { adminClient } from "@/lib/supabase/admin";

/** A sign-in that Supabase is ready for. */
export interface SignInLink {
  userId: string;
  /** For `verifyOtp`; good for one session. */
  tokenHash: string;
}

/**
 * Gets Supabase ready to sign the recipient in, making the account at the first time.
 * May be called again after a failure half-way.
 *
 * @throws ApiError `conflict` when the account of this number has another number by now,
 *   `account_closed` when it was suspended and then deleted
 * @throws AuthError, PostgrestError when Supabase does not do its part
 */
export async function prepareSignIn(recipient: Recipient): Promise<SignInLink> {
  const knownId = await findPerson(recipient);
  const email = knownId ? await authEmail(knownId) : await createAccount(recipient);
  const { data, error } = await adminClient().auth.admin.generateLink({ type: "magiclink", email });
  if (error) throw error;
  const link = { userId: data.user.id, tokenHash: data.properties.hashed_token };
  if (!knownId) await keepRecipient(link.userId, recipient);
  return link;
}

async function findPerson({ kind, to }: Recipient): Promise<string | undefined> {
  const { data } = await adminClient()
    .from("private_profiles")
    .select("id")
    .eq(kind, to)
    .maybeSingle()
    .throwOnError();
  return data?.id;
}

async function authEmail(id: string): Promise<string> {
  const { data, error } = await adminClient().auth.admin.getUserById(id);
  if (error) throw error;
  if (!data.user.email) throw new Error("The account has no e-mail address to sign in with");
  return data.user.email;
}

async function createAccount(recipient: Recipient): Promise<string> {
  const email = accountEmail(recipient);
  const { data: barred } = await adminClient()
    .from("barred_accounts")
    .select("auth_email")
    .eq("auth_email", email)
    .maybeSingle()
    .throwOnError();
  if (barred) throw new ApiError("account_closed", "Your account was suspended and is closed.");
  const { error } = await adminClient().auth.admin.createUser({ email, email_confirm: true });
  // An earlier attempt may have come this far and no further.
  if (error && error.code !== "email_exists") throw error;
  return email;
}

async function keepRecipient(id: string, { kind, to }: Recipient): Promise<void> {
  const table = () => adminClient().from("private_profiles");
  await table()
    .upsert(
      { id, phone: kind === "phone" ? to : null, email: kind === "email" ? to : null },
      { onConflict: "id", ignoreDuplicates: true },
    )
    .throwOnError();
  const { data } = await table().select("phone, email").eq("id", id).single().throwOnError();
  // Someone who changed their number must not lose the account to whoever gets the old one next.
  if (data[kind] !== to) {
    throw new ApiError("conflict", "This number belonged to another account. Please contact us.");
  }
}
