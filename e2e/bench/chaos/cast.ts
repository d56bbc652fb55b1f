import { randomUUID } from "node:crypto";
import jwt from "jsonwebtoken";
import type { SandboxSupabase } from "../../../sandbox/supabase/server.ts";

/** Somebody who takes part in one call, and nothing else. */
export interface Actor {
  id: string;
  /** E.164: of their own telephone. */
  phone: string;
  accessToken: string;
}

/** Those of one scenario: they are a match, and nobody else's. */
export interface Cast {
  matchId: string;
  actors: Actor[];
  /** A number that the last of them owns, E.164. */
  ownNumber: string;
  /** A number that nobody in Duet has, E.164. */
  outside: string;
}

/** How many people, and whether their telephones may ring. */
export interface Casting {
  people: number;
  takesPhoneCalls: boolean;
}

const day = 86_400;
/** Of all who were ever hired here: no two have one number. */
let count = 0;

/**
 * Makes the people and matches of so many scenarios, past the triggers, which would tell each of
 * them so; and a session for everybody. Statements that come together are one transaction.
 */
export async function hire(
  supabase: SandboxSupabase,
  castings: readonly Casting[],
): Promise<Cast[]> {
  const sign = await signer(supabase);
  const rows: object[] = [];
  const casts = castings.map(({ people, takesPhoneCalls }) => {
    const matchId = randomUUID();
    const actors = Array.from({ length: people }, () => {
      const id = randomUUID();
      count += 1;
      const phone = `+1415${2_000_000 + count}`;
      rows.push({ id, phone, takes: takesPhoneCalls, match: matchId, n: people });
      return { id, phone, accessToken: sign(id) };
    });
    const line = 2_000_000 + count;
    return { matchId, actors, ownNumber: `+1628${line}`, outside: `+1510${line}` };
  });
  await supabase.script(`
    set local session_replication_role = replica;
    create temporary table hired on commit drop as
      select * from jsonb_to_recordset('${JSON.stringify(rows)}')
        as row (id uuid, phone text, takes boolean, match uuid, n integer);
    insert into auth.users (id, email) select id, id || '@users.duet.example' from hired;
    insert into public.profiles (id, display_name, birth_date) select id, 'Somebody', '1994-05-17' from hired;
    insert into public.private_profiles (id, phone, takes_phone_calls) select id, phone, takes from hired;
    insert into public.matches (id, kind)
      select distinct match, case when n = 2 then 'pair' else 'group' end::public.match_kind from hired;
    insert into public.match_members (match_id, profile_id, call_permission) select match, id, 'video' from hired;
    insert into public.phone_numbers (number, provider_sid, owner_id, country, claimed_at)
      select '+1628' || substr(phone, 6), 'PN' || md5(phone), id, 'US', now() from hired where takes;
    analyze;
  `);
  return casts;
}

/** What makes access tokens such as signing in gives: signing in so many would take longer than all calls. */
async function signer(supabase: SandboxSupabase): Promise<(id: string) => string> {
  const [row] = await supabase.query<{ value: string }>(
    "select value from sandbox.memory where name = 'signing_key'",
  );
  const issuer = `${supabase.url}/auth/v1`;
  const answer = await fetch(`${issuer}/.well-known/jwks.json`);
  const { keys }: { keys: { kid: string }[] } = await answer.json();
  const [key] = keys;
  if (!row || !key) throw new Error("The sandbox has no key to sign with.");
  return (id) =>
    jwt.sign({ role: "authenticated", aal: "aal1", session_id: randomUUID() }, row.value, {
      algorithm: "ES256",
      keyid: key.kid,
      issuer,
      audience: "authenticated",
      subject: id,
      expiresIn: day,
    });
}
