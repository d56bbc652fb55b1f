import "server-only";
import { z } from "zod";
import { adminClient } from "@/lib/supabase/admin";

const country = z.object({
  /** ISO 3166-1 alpha-2; empty for e-mail. */
  country: z.string(),
  asked: z.number(),
  sent: z.number(),
  codes: z.number(),
  refused: z.number(),
  failed: z.number(),
  wrong: z.number(),
  approved: z.number(),
});
export type SignInCountry = z.infer<typeof country>;

/** Who asked for codes and who came in, by country. @throws PostgrestError */
export async function countSignIns(hours: number): Promise<SignInCountry[]> {
  const { data } = await adminClient().rpc("operators_sign_in", { p_hours: hours }).throwOnError();
  return z.array(country).parse(data);
}
