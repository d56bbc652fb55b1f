import type { Database } from "../../../sandbox/supabase/database.ts";
import { personId } from "./world.ts";

const caller = personId("owner");
const callee = personId("member");

/** One thing that the provider says about a leg. */
export interface CallEvent {
  leg: "parent" | "child" | "child2";
  status: string;
  /** Seconds after noon of 1 January 2026, UTC; absent as in the result of a dial. */
  at?: number;
  /** Seconds of talk. */
  duration?: number;
  errorCode?: number;
  event?: string;
}

/**
 * Test functions: `play` begins a call, delivers events in the given order and then all
 * of them once more, and shows all that is left of it; `orders` gives all orders of n things.
 */
export const callPlayer = `
  create schema test;

  create function test.leg_sid(call text, leg text) returns text language sql as $$
    select 'CA' || md5(call || ':' || leg);
  $$;

  create function test.deliver(call text, e jsonb) returns jsonb language sql as $$
    select public.record_call_event(
      test.leg_sid(call, 'parent'), test.leg_sid(call, e ->> 'leg'),
      coalesce(e ->> 'event', e ->> 'status'), (e ->> 'status')::public.call_status,
      call || e::text,
      p_profile_id => case when e ? 'at' then
        case e ->> 'leg' when 'parent' then '${caller}' else '${callee}' end::uuid end,
      p_occurred_at => timestamptz '2026-01-01 12:00:00Z' + make_interval(secs => (e ->> 'at')::integer),
      p_duration_seconds => (e ->> 'duration')::integer,
      p_error_code => (e ->> 'errorCode')::integer
    );
  $$;

  create function test.seconds(at timestamptz) returns numeric language sql as $$
    select extract(epoch from at - timestamptz '2026-01-01 12:00:00Z');
  $$;

  create function test.show(call text) returns jsonb language sql as $$
    select jsonb_build_object(
      'status', c.status, 'answered', test.seconds(c.answered_at), 'ended', test.seconds(c.ended_at),
      'seconds', c.duration_seconds, 'reason', c.end_reason, 'error', c.error_code,
      'legs', (
        select jsonb_object_agg(
          p.role || case when p.leg_sid = test.leg_sid(call, 'child2') then ' 2' else '' end,
          jsonb_build_array(p.profile_id = '${caller}', p.status, test.seconds(p.joined_at), test.seconds(p.left_at), p.duration_seconds))
        from public.call_participants p where p.call_id = c.id
      ),
      'lines', (select count(*) from public.messages m where m.call_id = c.id),
      'events', (select count(*) from public.call_events e where e.call_id = c.id)
    ) from public.calls c where provider_sid = test.leg_sid(call, 'parent');
  $$;

  create function test.begin(call text) returns jsonb language sql as $$
    select public.begin_call(test.leg_sid(call, 'parent'), 'voice', '${caller}', '${callee}');
  $$;

  create function test.play(call text, events jsonb, sequence integer[]) returns jsonb language plpgsql as $$
  declare
    n integer;
    answer jsonb;
    ended integer := 0;
    missed integer := 0;
  begin
    answer := test.begin(call);
    if answer ->> 'outcome' <> 'dial' then
      raise exception 'The call was not begun: %', answer;
    end if;
    foreach n in array sequence || sequence loop
      answer := test.deliver(call, events -> n);
      ended := ended + (answer -> 'ended')::boolean::integer;
      missed := missed + (answer -> 'missed')::boolean::integer;
    end loop;
    return test.show(call) || jsonb_build_object('told of its end', ended, 'told that it was missed', missed);
  end $$;

  create function test.orders(n integer) returns setof integer[] language sql as $$
    with recursive o (taken) as (
      select array[]::integer[]
      union all
      select taken || i from o cross join generate_series(0, n - 1) i
      where i <> all (taken)
    )
    select taken from o where cardinality(taken) = n;
  $$;
`;

/** Each different outcome that the events have in any order, with how many orders end so. */
export async function outcomesOfAllOrders(
  database: Database,
  events: CallEvent[],
): Promise<{ outcome: unknown; orders: number }[]> {
  return database.query(
    `select outcome, count(*)::integer as orders from (
       select test.play(md5($1::text || taken::text), $1::jsonb, taken) as outcome from test.orders($2) as taken
     ) as played group by outcome`,
    [JSON.stringify(events), events.length],
  );
}
