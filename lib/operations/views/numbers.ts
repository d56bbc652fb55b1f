import "server-only";
import { z } from "zod";
import { adminClient } from "@/lib/supabase/admin";

const accountNumber = z.object({
  /** E.164; of the account, never a person's own telephone. */
  number: z.string(),
  country: z.string(),
  created_at: z.string(),
  /** First name of who bought it; null for the pool. */
  owner: z.string().nullable(),
  live_relays: z.number(),
  last_call_at: z.string().nullable(),
});
export type AccountNumber = z.infer<typeof accountNumber>;

/** The account's numbers, those of the pool first. @throws PostgrestError */
export async function listNumbers(): Promise<AccountNumber[]> {
  const { data } = await adminClient().rpc("operators_numbers").throwOnError();
  return z.array(accountNumber).parse(data);
}
