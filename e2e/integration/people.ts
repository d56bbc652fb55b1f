import { createClient } from "@supabase/supabase-js";
import type { SandboxSupabase } from "../../sandbox/supabase/server.ts";

/** Somebody with a profile, and a session of theirs. */
export interface Person {
  id: string;
  phone: string;
  accessToken: string;
  refreshToken: string;
}

const sessionless = { auth: { persistSession: false, autoRefreshToken: false } };

/**
 * A session for the person with this number, past the sign-in routes and their limits. Makes the
 * person, with a profile, when there is none.
 *
 * @param phone - E.164
 */
export async function signIn(supabase: SandboxSupabase, phone: string): Promise<Person> {
  const email = `${phone.slice(1)}@people.example`;
  const admin = createClient(supabase.url, supabase.secretKey, sessionless);
  const [known] = await supabase.query<{ id: string }>(
    "select id from private_profiles where phone = $1",
    [phone],
  );
  if (!known) {
    const { data, error } = await admin.auth.admin.createUser({ email, email_confirm: true });
    if (error) throw error;
    await supabase.query("insert into private_profiles (id, phone) values ($1, $2)", [
      data.user.id,
      phone,
    ]);
    await supabase.query(
      "insert into profiles (id, display_name, birth_date) values ($1, $2, '1990-01-01')",
      [data.user.id, `Person ${phone.slice(-2)}`],
    );
  }

  const { data: link, error: linkError } = await admin.auth.admin.generateLink({
    type: "magiclink",
    email: known ? await emailOf(supabase, known.id) : email,
  });
  if (linkError) throw linkError;
  const visitor = createClient(supabase.url, supabase.publishableKey, sessionless);
  const { data, error } = await visitor.auth.verifyOtp({
    token_hash: link.properties.hashed_token,
    type: "email",
  });
  if (error) throw error;
  if (!data.session) throw new Error("Supabase gave no session");
  const { access_token: accessToken, refresh_token: refreshToken, user } = data.session;
  return { id: user.id, phone, accessToken, refreshToken };
}

async function emailOf(supabase: SandboxSupabase, id: string): Promise<string> {
  const [user] = await supabase.query<{ email: string }>(
    "select email from auth.users where id = $1",
    [id],
  );
  if (!user) throw new Error(`No user ${id}`);
  return user.email;
}

/** Makes these people a match, a pair or a group, who let each other call; the id of it. */
export async function makeMatch(supabase: SandboxSupabase, people: Person[]): Promise<string> {
  const [match] = await supabase.query<{ id: string }>(
    "insert into matches (kind) values ($1) returning id",
    [people.length > 2 ? "group" : "pair"],
  );
  if (!match) throw new Error("No match was made");
  for (const { id } of people) {
    await supabase.query(
      "insert into match_members (match_id, profile_id, call_permission) values ($1, $2, 'video')",
      [match.id, id],
    );
  }
  return match.id;
}
