import postgres from "postgres";
import { befriend, createPerson, gather, type Person } from "../people.ts";

/** How many matches those have whose calls are listed. */
const friends = 20;
const chunk = 50_000;

/**
 * Gives a person so many calls, three minutes apart, with twenty matches and a group: of all kinds,
 * one in seven missed. Rows and legs are written past the triggers, which would have a million
 * messages and broadcasts follow; the lines of the history are worked out as always.
 *
 * @param databaseUrl - the PostgreSQL database of the sandbox
 */
export async function fillHistory(databaseUrl: string, person: Person, calls: number) {
  const others = await Promise.all(
    Array.from({ length: friends }, (_, n) => createPerson(`Friend ${n}`)),
  );
  const pairs = await Promise.all(others.map((other) => befriend(person, other)));
  const group = await gather([person, ...others.slice(0, 2)]);
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    for (let done = 0; done < calls; done += chunk) {
      await sql.begin(async (tx) => {
        await tx`set local session_replication_role = replica`;
        await tx`
          create temporary table made on commit drop as
          select
            gen_random_uuid() as id, n, n % 20 = 3 as is_group, n % 2 = 0 as is_mine, n % 7 = 1 as is_missed,
            (array['voice', 'voice', 'video', 'phone'])[1 + n % 4]::public.call_kind as kind,
            (${others.map(({ id }) => id)}::uuid[])[1 + n % ${friends}] as other,
            (${pairs}::uuid[])[1 + n % ${friends}] as pair,
            now() - n * interval '3 minutes' as at
          from generate_series(${done}::integer, ${Math.min(calls, done + chunk) - 1}::integer) as n`;
        await tx`
          insert into public.calls (
            id, provider_sid, kind, match_id, caller_id, status, started_at, answered_at, ended_at,
            duration_seconds, end_reason
          )
          select
            id, case when is_group or kind = 'video' then 'RM' else 'CA' end || md5(id::text),
            case when is_group then 'video' else kind end,
            case when is_group then ${group}::uuid else pair end,
            case when is_mine then ${person.id}::uuid else other end,
            case when is_missed then 'no-answer' else 'completed' end::public.call_status, at,
            case when not is_missed then at + interval '5 seconds' end, at + interval '2 minutes',
            case when is_missed then 0 else 115 end,
            case when is_missed then 'no-answer' else 'hangup' end::public.call_end_reason
          from made`;
        await tx`
          insert into public.call_participants (call_id, leg_sid, profile_id, role, status, joined_at, left_at)
          select
            id, 'PA' || md5(id::text || leg.role), case when (leg.role = 'caller') = is_mine then ${person.id}::uuid else other end,
            leg.role, case when leg.role = 'callee' and is_missed then 'no-answer' else 'completed' end::public.call_status,
            case when not is_missed then at + interval '5 seconds' end, at + interval '2 minutes'
          from made cross join unnest(enum_range(null::public.call_role)) as leg (role)`;
        await tx`select private.remember_calls(array(select id from made))`;
      });
    }
    await sql`vacuum analyze public.calls, public.call_participants, public.call_history`;
  } finally {
    await sql.end();
  }
}
