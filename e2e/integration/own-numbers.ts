import type { Person } from "./people.ts";
import type { SandboxEnv } from "./sandbox-env.ts";

let count = 0;

/** A number of a person's own, past the shop; its id and itself, in E.164. */
export async function giveNumber({ supabase }: SandboxEnv, owner: Person) {
  count += 1;
  const number = `+1628555${String(1000 + count)}`;
  const [row] = await supabase.query<{ id: string }>(
    `insert into phone_numbers (number, owner_id, country, provider_sid)
     values ($1, $2, 'US', 'PN' || lpad($3, 32, '0')) returning id`,
    [number, owner.id, String(count)],
  );
  if (!row) throw new Error("No number was made");
  return { id: row.id, number };
}
