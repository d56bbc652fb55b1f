import type { Database } from "../../../sandbox/supabase/database.ts";
import { matchId, type Person, personId } from "./world.ts";

export const roomSid = (n: number) => `RM${n.toString(16).padStart(32, "0")}`;
export const groupId = "90000000-0000-4000-8000-000000000001";
/** The members of the group, the first of whom calls. */
const group = ["owner", "member", "stranger", "bystander"] as const satisfies Person[];

/** One thing that the provider says about a room. */
export interface RoomEvent {
  event: string;
  /** Seconds after noon of 1 January 2026, UTC. */
  at: number;
  who?: Person;
  /** Tells apart the stays of somebody who comes back. */
  stay?: number;
  /** Seconds in the room. */
  duration?: number;
}

export const room = (event: "created" | "ended", at: number): RoomEvent => ({
  event: `room-${event}`,
  at,
});
export const joins = (who: Person, at: number, stay = 1): RoomEvent => ({
  event: "participant-connected",
  ...{ who, at, stay },
});
export const leaves = (who: Person, at: number, duration: number, stay = 1): RoomEvent => ({
  event: "participant-disconnected",
  ...{ who, at, stay, duration },
});
export const track = (event: string, who: Person, at: number): RoomEvent => ({
  event: `track-${event}`,
  ...{ who, at, stay: 1 },
});

const people = [...group, "blocked", "newcomer"] as const satisfies Person[];
const personCase = (column: string, from: "id" | "name") =>
  `case ${column} ${people
    .map((name) =>
      from === "name"
        ? `when '${name}' then '${personId(name)}'`
        : `when '${personId(name)}' then '${name}'`,
    )
    .join(" ")} end`;

/** A group, and test functions that begin a room call, deliver events of it and show what is left. */
export const roomPlayer = `
  insert into matches (id, kind) values ('${groupId}', 'group');
  insert into match_members (match_id, profile_id) values
    ${group.map((name) => `('${groupId}', '${personId(name)}')`).join(", ")};

  create schema test;
  create function test.sid(prefix text, name text) returns text language sql as $$
    select prefix || md5(name);
  $$;
  create function test.time(seconds numeric) returns timestamptz language sql as $$
    select timestamptz '2026-01-01 12:00:00Z' + make_interval(secs => seconds::double precision);
  $$;
  create function test.seconds(at timestamptz) returns numeric language sql as $$
    select extract(epoch from at - test.time(0))::numeric(12, 1);
  $$;

  create function test.begin_room(call text, match uuid) returns jsonb language plpgsql as $$
  declare
    answer jsonb := public.begin_room_call(test.sid('RM', call), 'video', '${personId("owner")}', match);
  begin
    -- The provider's clock in these tests.
    update public.calls set started_at = test.time(0) where provider_sid = test.sid('RM', call);
    return answer;
  end $$;

  create function test.deliver(call text, e jsonb, number integer default null) returns jsonb language sql as $$
    select public.record_call_event(
      test.sid('RM', call),
      case when e ? 'who' then test.sid('PA', concat(call, e ->> 'who', e ->> 'stay')) else test.sid('RM', call) end,
      e ->> 'event',
      (case
        when e ->> 'event' = 'room-created' then 'initiated'
        when e ->> 'event' in ('room-ended', 'participant-disconnected') then 'completed'
        else 'in-progress'
      end)::public.call_status,
      call || e::text,
      p_sequence_number => number,
      p_profile_id => (${personCase("e ->> 'who'", "name")})::uuid,
      p_occurred_at => test.time((e ->> 'at')::numeric),
      p_duration_seconds => (e ->> 'duration')::integer
    );
  $$;

  create function test.show(call text) returns jsonb language sql as $$
    select jsonb_build_object(
      'status', c.status, 'answered', test.seconds(c.answered_at), 'ended', test.seconds(c.ended_at),
      'seconds', c.duration_seconds, 'reason', c.end_reason,
      'legs', (
        select jsonb_agg(jsonb_build_array(
          ${personCase("p.profile_id", "id")}, p.role, p.status,
          test.seconds(p.joined_at), test.seconds(p.left_at)
        ) order by p.role, p.profile_id, p.joined_at)
        from public.call_participants p where p.call_id = c.id
      ),
      'people', (
        select jsonb_agg(concat(${personCase("(p ->> 'profile_id')", "id")}, ' ', p ->> 'status'))
        from jsonb_array_elements(c.participants) p
      ),
      'lines', (select count(*) from public.messages m where m.call_id = c.id),
      'events', (select count(*) from public.call_events e where e.call_id = c.id)
    ) from public.calls c where provider_sid = test.sid('RM', call);
  $$;

  create function test.play(call text, match uuid, events jsonb, sequence integer[]) returns jsonb
  language plpgsql as $$
  declare
    n integer;
    answer jsonb;
    ended integer := 0;
    missed integer := 0;
  begin
    answer := test.begin_room(call, match);
    if answer ->> 'outcome' <> 'dial' then
      raise exception 'The call was not begun: %', answer;
    end if;
    foreach n in array sequence || sequence loop
      if events -> n ? 'hangsUp' then
        perform public.leave_room_call(test.sid('RM', call), '${personId("owner")}');
      else
        answer := test.deliver(call, events -> n, n);
        ended := ended + (answer -> 'ended')::boolean::integer;
        missed := missed + (answer -> 'missed')::boolean::integer;
      end if;
    end loop;
    answer := test.show(call) || jsonb_build_object('told that it was missed', missed);
    delete from public.calls where provider_sid = test.sid('RM', call);
    return answer;
  end $$;
`;

/** The match that a scenario is played in. */
export const matches = { pair: matchId("member"), group: groupId };

/** Each different outcome that the events have in these orders, with how many orders end so. */
export async function outcomesOf(
  database: Database,
  match: keyof typeof matches,
  events: readonly object[],
): Promise<{ outcome: unknown; orders: number }[]> {
  return database.query(
    `select outcome, count(*)::integer as orders from (
       select test.play(md5(taken::text), $1, $2, (
         select array_agg(n::integer order by place)
         from jsonb_array_elements_text(taken) with ordinality as taken_one (n, place)
       )) as outcome
       from jsonb_array_elements($3) as taken
     ) as played group by outcome`,
    [matches[match], JSON.stringify(events), JSON.stringify(ordersOf(events.length))],
  );
}

const mostOrders = 24;

/** All orders of n things or, where they are too many, as many shuffles, the same each time. */
export function ordersOf(n: number): number[][] {
  const things = [...Array(n).keys()];
  if (n <= 4) return permutations(things);
  const random = seeded(n);
  return Array.from({ length: mostOrders }, () =>
    things
      .map((thing) => ({ thing, place: random() }))
      .sort((a, b) => a.place - b.place)
      .map(({ thing }) => thing),
  );
}

function permutations(things: number[]): number[][] {
  if (things.length === 0) return [[]];
  return things.flatMap((first) =>
    permutations(things.filter((thing) => thing !== first)).map((rest) => [first, ...rest]),
  );
}

/** mulberry32, a small generator that gives the same numbers each time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
