import { createClient } from "@supabase/supabase-js";
import { publishableKey } from "../../sandbox/supabase/keys.ts";
import { supabaseUrl } from "../addresses.ts";
import { createPerson, database, must, type Person } from "../people.ts";

/** A new person and an access token of theirs, as programs hold it. */
export async function signInProgram(name: string): Promise<Person & { accessToken: string }> {
  const person = await createPerson(name);
  const { properties } = must(
    await database.auth.admin.generateLink({ type: "magiclink", email: person.email }),
  );
  const client = createClient(supabaseUrl, publishableKey, { auth: { persistSession: false } });
  const { session } = must(
    await client.auth.verifyOtp({ token_hash: properties.hashed_token, type: "email" }),
  );
  if (!session) throw new Error("The link gave no session.");
  return { ...person, accessToken: session.access_token };
}
