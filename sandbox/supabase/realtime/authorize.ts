import type { Database } from "../database.ts";
import type { Claims } from "../tokens.ts";

/** What the policies on realtime.messages let somebody do on one topic. */
export interface Permissions {
  receive: { broadcast: boolean; presence: boolean };
  send: { broadcast: boolean; presence: boolean };
}

export const everything: Permissions = {
  receive: { broadcast: true, presence: true },
  send: { broadcast: true, presence: true },
};

const roles = new Set(["anon", "authenticated", "service_role"]);

/**
 * Asks the real policies, as hosted Realtime does: puts a message of either kind
 * on the topic, looks whether the caller's role sees it and may insert another,
 * and rolls everything back.
 *
 * @throws the database's error when a policy itself fails
 */
export async function authorize(
  database: Database,
  topic: string,
  claims: Claims,
): Promise<Permissions> {
  if (!roles.has(claims.role)) {
    return {
      receive: { broadcast: false, presence: false },
      send: { broadcast: false, presence: false },
    };
  }
  return database.rehearse(async (tx) => {
    const probes = await tx.query<{ id: string }>(
      `insert into realtime.messages (topic, extension, private)
       values ($1, 'broadcast', true), ($1, 'presence', true) returning id`,
      [topic],
    );
    await tx.query(
      `select set_config('realtime.topic', $1, true), set_config('request.jwt.claims', $2, true),
         set_config('request.jwt.claim.sub', $3, true),
         set_config('request.jwt.claim.role', $4, true), set_config('role', $4, true)`,
      [topic, JSON.stringify(claims), claims.sub ?? "", claims.role],
    );
    const seen = await tx.query<{ extension: string }>(
      "select extension from realtime.messages where id = any($1::uuid[])",
      [probes.map(({ id }) => id)],
    );
    const [send] = await tx.query<Permissions["send"]>(
      `select realtime.sandbox_may_send($1, 'broadcast') as broadcast,
         realtime.sandbox_may_send($1, 'presence') as presence`,
      [topic],
    );
    const sees = (extension: string) => seen.some((row) => row.extension === extension);
    return {
      receive: { broadcast: sees("broadcast"), presence: sees("presence") },
      send: { broadcast: send?.broadcast ?? false, presence: send?.presence ?? false },
    };
  });
}
