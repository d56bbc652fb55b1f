import type { Database } from "../../../sandbox/supabase/database.ts";
import { matchId, personId } from "./world.ts";

const caller = personId("owner");
const callee = personId("member");

/** One thing that is heard of a leg of a telephone call, in the words of the provider or our own. */
export interface PhoneEvent {
  leg: "parent" | "app" | "phone";
  status: string;
  event?: string;
  /** Seconds after noon of 1 January 2026, UTC. */
  at: number;
  /** Seconds that the provider counts for the leg. */
  duration?: number;
}

/**
 * Test functions: `play_phone` begins a call from one telephone to a match, delivers events in the
 * given order and then all of them once more, and shows all that is left of it.
 */
export const phonePlayer = `
  create schema if not exists test;
  create function test.phone_leg(call text, leg text) returns text language sql as $$
    select 'CA' || md5(call || ':' || leg);
  $$;
  create function test.deliver_phone(call text, e jsonb) returns jsonb language sql as $$
    select public.record_call_event(
      test.phone_leg(call, 'parent'), test.phone_leg(call, e ->> 'leg'),
      coalesce(e ->> 'event', e ->> 'status'), (e ->> 'status')::public.call_status,
      call || e::text,
      p_profile_id => case e ->> 'leg' when 'app' then '${callee}'::uuid end,
      p_occurred_at => timestamptz '2026-01-01 12:00:00Z' + make_interval(secs => (e ->> 'at')::integer),
      p_duration_seconds => (e ->> 'duration')::integer,
      p_channel => (case e ->> 'leg' when 'app' then 'app' else 'phone' end)::public.leg_channel
    );
  $$;
  create function test.phone_seconds(at timestamptz) returns numeric language sql as $$
    select extract(epoch from at - timestamptz '2026-01-01 12:00:00Z');
  $$;
  create function test.show_phone(call text) returns jsonb language sql as $$
    select jsonb_build_object(
      'call', jsonb_build_array(c.status, c.end_reason, test.phone_seconds(c.answered_at),
        test.phone_seconds(c.ended_at), c.duration_seconds),
      'legs', (
        select jsonb_object_agg(
          case when p.leg_sid is null then 'none'
            else (select leg from unnest(array['parent', 'app', 'phone']) leg where test.phone_leg(call, leg) = p.leg_sid) end,
          jsonb_build_array(p.role, p.channel, p.profile_id = '${callee}', p.status, test.phone_seconds(p.joined_at)))
        from public.call_participants p where p.call_id = c.id
      ),
      'lines', (select count(*) from public.messages m where m.call_id = c.id)
    ) from public.calls c where provider_sid = test.phone_leg(call, 'parent');
  $$;
  create function test.begin_phone(call text) returns jsonb language sql as $$
    select public.begin_phone_call(
      test.phone_leg(call, 'parent'), '${caller}', 'phone', '${matchId("member")}');
  $$;
  create function test.play_phone(call text, early jsonb, events jsonb, sequence integer[]) returns jsonb language plpgsql as $$
  declare
    n integer;
    e jsonb;
    answer jsonb;
    missed integer := 0;
  begin
    for e in select jsonb_array_elements(early) loop
      perform test.deliver_phone(call, e);
    end loop;
    answer := test.begin_phone(call);
    if answer ->> 'outcome' <> 'dial' then
      raise exception 'The call was not begun: %', answer;
    end if;
    foreach n in array sequence || sequence loop
      answer := test.deliver_phone(call, events -> n);
      missed := missed + (answer -> 'missed')::boolean::integer;
    end loop;
    return test.show_phone(call) || jsonb_build_object('missed', missed);
  end $$;
  create function test.phone_orders(n integer) returns setof integer[] language sql as $$
    with recursive o (taken) as (
      select array[]::integer[]
      union all
      select taken || i from o cross join generate_series(0, n - 1) i where i <> all (taken)
    )
    select taken from o where cardinality(taken) = n;
  $$;
`;

/** Lets the people of the world take phone calls. */
export async function everybodyTakesPhoneCalls(database: Database): Promise<void> {
  await database.query("update private_profiles set takes_phone_calls = true");
}

export interface Outcome {
  call: [string, string | null, number | null, number | null, number | null];
  legs: Record<string, [string, string, boolean, string, number | null]>;
  lines: number;
  missed?: number;
}

/**
 * Each different outcome that the events have in any order. What the server itself records, one
 * thing after the other, keeps its order when `kept` says so.
 *
 * @param early - what is heard before there is a row
 * @param kept - events, by their place, that come in this order only
 */
export async function outcomesOf(
  database: Database,
  events: PhoneEvent[],
  { early = [], kept = [] }: { early?: PhoneEvent[]; kept?: number[] } = {},
): Promise<Outcome[]> {
  const rows = await database.query<{ outcome: Outcome }>(
    `select distinct outcome from (
       select test.play_phone(md5($1::text || taken::text), $4::jsonb, $1::jsonb, taken) as outcome
       from test.phone_orders($2) as taken
       where (
         select coalesce(array_agg(n order by place), '{}') = $3::integer[]
         from unnest(taken) with ordinality as t (n, place) where n = any ($3::integer[])
       )
     ) as played`,
    [JSON.stringify(events), events.length, kept, JSON.stringify(early)],
  );
  return rows.map(({ outcome }) => outcome);
}
