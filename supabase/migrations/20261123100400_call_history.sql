-- Calls as each person remembers them. A call is one row in `calls` whoever took part, and a list of
-- them could only be sorted and filtered by looking at all of a person's; here each has a line of
-- their own, with what lists and figures ask for, kept by triggers. A page is then the same few steps
-- down an index whether there are a thousand calls or a million.
--
-- A line stays when the other person can no longer be reached. Who that was is not told any more.

create type public.call_outcome as enum ('live', 'answered', 'missed', 'declined', 'unanswered');
comment on type public.call_outcome is
  'What a call was to one person: unanswered are their own that nobody took, missed and declined those of others.';

create table public.call_history (
  profile_id uuid not null references public.profiles (id) on delete cascade,
  call_id uuid not null references public.calls (id) on delete cascade,
  started_at timestamptz not null,
  kind public.call_kind not null,
  is_group boolean not null,
  with_id uuid,
  is_outgoing boolean not null,
  outcome public.call_outcome not null,
  talk_seconds integer not null check (talk_seconds >= 0),
  connection numeric(2, 1) check (connection between 0 and 5),
  is_seen boolean not null default false,
  primary key (call_id, profile_id)
);
comment on table public.call_history is
  'One line for each person and call they took part in or were rung by: always equal to what the call and its legs add up to.';
comment on column public.call_history.with_id is
  'The group, or the other person of the pair. Null for telephone calls with somebody who is no match.';
comment on column public.call_history.talk_seconds is 'How long this person talked: in a group, while they were there.';
comment on column public.call_history.is_seen is 'Of missed calls: the person has had the list before them since.';
comment on column public.call_history.connection is
  'How well this person was connected on the whole, 0 (not at all) to 5 (excellent), as their browser measured it.';
-- Each ends as lists are sorted, so that any filter is a stretch of an index, read from its newest end.
create index call_history_all_idx on public.call_history (profile_id, started_at desc, call_id desc);
create index call_history_kind_idx on public.call_history (profile_id, kind, started_at desc, call_id desc);
create index call_history_outcome_idx on public.call_history (profile_id, outcome, started_at desc, call_id desc);
create index call_history_with_idx on public.call_history (profile_id, with_id, started_at desc, call_id desc);
create index call_history_missed_idx on public.call_history (profile_id) where outcome = 'missed' and not is_seen;
create index call_history_group_idx on public.call_history (profile_id, started_at desc, call_id desc)
  where is_group;

alter table public.call_history enable row level security;
revoke all on public.call_history from anon, authenticated;
grant all on public.call_history to service_role;
create policy "nobody but the server" on public.call_history for select to authenticated using (false);

create function private.remember_calls(p_call_ids uuid[]) returns void
language sql security definer set search_path = '' as $$
  insert into public.call_history as known (
    profile_id, call_id, started_at, kind, is_group, with_id, is_outgoing, outcome, talk_seconds
  )
  select
    me.profile_id, c.id, c.started_at, c.kind, coalesce(m.kind = 'group', false),
    case when m.kind = 'group' then m.id else other.profile_id end,
    me.is_caller, outcome.word,
    case
      when outcome.word <> 'answered' then 0
      when m.kind = 'group' then me.talk_seconds
      else coalesce(c.duration_seconds, 0)
    end
  from public.calls c
  left join public.matches m on m.id = c.match_id
  cross join lateral (
    select
      leg.profile_id,
      bool_or(leg.role = 'caller') as is_caller,
      bool_or(leg.joined_at is not null or leg.duration_seconds > 0) as has_joined,
      -- In a room, who was in another call when it rang is as busy as who declined, but did not leave.
      bool_or(leg.status = 'busy' and leg.leg_sid is null and leg.left_at is not null) as has_declined,
      coalesce(sum(greatest(0, round(extract(epoch from
        least(leg.left_at, c.ended_at) - greatest(leg.joined_at, c.answered_at))))), 0)::integer as talk_seconds
    from public.call_participants leg
    where leg.call_id = c.id and leg.profile_id is not null
    group by leg.profile_id
  ) as me
  left join lateral (
    select member.profile_id from public.match_members member
    where member.match_id = c.match_id and member.profile_id <> me.profile_id and m.kind = 'pair'
    limit 1
  ) as other on true
  cross join lateral (
    select (case
      when c.status < 'completed' then 'live'
      when me.is_caller and c.answered_at is null then 'unanswered'
      when me.is_caller or me.has_joined and c.answered_at is not null then 'answered'
      when m.kind = 'group' and me.has_declined or m.kind is distinct from 'group' and c.end_reason = 'declined'
        then 'declined'
      else 'missed'
    end)::public.call_outcome as word
  ) as outcome
  where c.id = any (p_call_ids)
  on conflict (call_id, profile_id) do update set
    started_at = excluded.started_at,
    kind = excluded.kind,
    with_id = coalesce(excluded.with_id, known.with_id),
    is_outgoing = excluded.is_outgoing,
    outcome = excluded.outcome,
    talk_seconds = excluded.talk_seconds
  where (known.started_at, known.kind, known.with_id, known.is_outgoing, known.outcome, known.talk_seconds)
    is distinct from (
      excluded.started_at, excluded.kind, coalesce(excluded.with_id, known.with_id), excluded.is_outgoing,
      excluded.outcome, excluded.talk_seconds);
$$;
comment on function private.remember_calls is 'Makes everybody''s lines of these calls what the calls and their legs add up to.';

create function private.remember_new_legs() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.remember_calls(array(select distinct call_id from added where profile_id is not null));
  return null;
end;
$$;
create trigger remember_new_legs after insert on public.call_participants
  referencing new table as added for each statement execute function private.remember_new_legs();

create function private.remember_call() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_table_name = 'calls' then
    perform private.remember_calls(array[new.id]);
  else
    perform private.remember_calls(array[new.call_id]);
  end if;
  return null;
end;
$$;
create trigger remember_named_leg after update of profile_id on public.call_participants
  for each row when (new.profile_id is not null and old.profile_id is distinct from new.profile_id)
  execute function private.remember_call();
-- Whatever is heard of a leg settles its call, which follows here; before it is over only its start counts.
create trigger remember_settled_call after update on public.calls
  for each row when (
    old is distinct from new and (new.status >= 'completed' or old.started_at <> new.started_at)
  ) execute function private.remember_call();
revoke execute on function private.remember_calls, private.remember_new_legs, private.remember_call from public;
grant execute on function private.remember_calls to service_role;

create function public.note_connection(p_sid text, p_profile_id uuid, p_level numeric) returns boolean
language plpgsql set search_path = '' as $$
begin
  update public.call_history h set connection = p_level
  where h.profile_id = p_profile_id and h.outcome in ('live', 'answered', 'unanswered') and h.call_id = coalesce(
    (select id from public.calls where provider_sid = p_sid),
    (select call_id from public.call_participants where leg_sid = p_sid));
  return found;
end;
$$;
comment on function public.note_connection is
  'Keeps how well a person was connected in a call that they are or were in; false when they were not, or it is none of theirs.';
revoke execute on function public.note_connection from public, anon, authenticated;
grant execute on function public.note_connection to service_role;

-- Reading. The functions answer for the current user alone, past row level security: a call with
-- somebody who cannot be reached any more is still one's own.

create function private.plain(p_text text) returns text
language sql immutable set search_path = '' as $$
  select regexp_replace(normalize(lower(btrim(p_text)), nfd), '[\u0300-\u036f]', '', 'g');
$$;
comment on function private.plain is 'A text as it is searched: without capitals and accents.';

create function private.my_calls_named(p_search text) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select array(
    select person.id from public.profiles person
    where person.id in (select private.my_reachable_profile_ids())
      and position(private.plain(p_search) in private.plain(person.display_name)) > 0
    union
    select m.id from public.matches m
    where m.kind = 'group' and m.id in (select private.my_match_ids()) and (
      position(private.plain(p_search) in private.plain(m.title)) > 0
      or exists (
        select from public.match_members member join public.profiles person on person.id = member.profile_id
        where member.match_id = m.id and member.left_at is null
          and member.profile_id in (select private.my_reachable_profile_ids())
          and position(private.plain(p_search) in private.plain(person.display_name)) > 0
      )
    )
  );
$$;
comment on function private.my_calls_named is
  'The people and groups of the current user whose name has this text in it, as call_history.with_id knows them.';

create function private.my_call_page(
  p_limit integer,
  p_before_at timestamptz,
  p_before_id uuid,
  p_outcome public.call_outcome,
  p_kind public.call_kind,
  p_group boolean,
  p_with_id uuid,
  p_search text
) returns setof public.call_history
language plpgsql stable security definer set search_path = '' as $$
declare
  v_with uuid[] := array_remove(array[p_with_id], null);
  v_digits text := regexp_replace(p_search, '\D', '', 'g');
  v_page text;
begin
  if p_search is not null then
    v_with := array(
      select named from unnest(private.my_calls_named(p_search)) as named
      where p_with_id is null or named = p_with_id);
  end if;
  -- Written anew for the filters that are set, so that each takes the index that is made for it.
  v_page := concat_ws(' and ',
    'where h.profile_id = auth.uid()',
    case when p_before_at is not null then '(h.started_at, h.call_id) < ($2, $3)' end,
    case when p_outcome is not null then 'h.outcome = $4' end,
    case when p_kind is not null then 'h.kind = $5' end,
    case p_group when true then 'h.is_group' when false then 'not h.is_group' end,
    '%s'
  ) || ' order by h.started_at desc, h.call_id desc limit $1';
  if p_with_id is null and p_search is null then
    v_page := format('select h.* from public.call_history h ' || v_page, 'true');
  else
    -- A few of the newest of each, of which the newest are the page.
    v_page := format(
      'select h.* from (select h.* from unnest($6) as one (id) cross join lateral '
      '(select h.* from public.call_history h ' || v_page || ') as h %s) as h '
      'order by h.started_at desc, h.call_id desc limit $1',
      'h.with_id = one.id',
      case when length(v_digits) >= 3 and p_with_id is null then
        'union all (select h.* from public.dialled_numbers d join public.call_history h on h.call_id = d.call_id '
        || format(v_page, 'd.profile_id = auth.uid() and position($7 in d.number) > 0') || ')'
      end);
  end if;
  return query execute v_page
    using p_limit, p_before_at, p_before_id, p_outcome, p_kind, v_with, v_digits;
end;
$$;
comment on function private.my_call_page is
  'The newest lines of the current user that the filters leave, before a line if one is given.';

create function private.my_calls_json(p_lines public.call_history[]) returns setof jsonb
language sql stable security definer set search_path = '' as $$
  with open as materialized (
    select m.id, m.title, m.kind from public.matches m where m.id in (select private.my_match_ids())
  ), met as materialized (
    select distinct leg.profile_id as id
    from unnest(p_lines) h join public.call_participants leg on leg.call_id = h.call_id
    where leg.profile_id is not null
  ), known as materialized (
    select p.id, p.display_name from met join public.profiles p using (id)
    where p.id = auth.uid() or private.can_reach(auth.uid(), p.id)
  ), former as materialized (
    -- As in a group's chat, which still needs the names of those who have left it.
    select gone.match_id, p.id as profile_id, p.display_name
    from open
    join public.match_members gone on gone.match_id = open.id and gone.left_at is not null
    join met on met.id = gone.profile_id
    join public.profiles p on p.id = gone.profile_id
    where open.kind = 'group'
  )
  select jsonb_build_object(
    'id', c.id, 'sid', c.provider_sid, 'kind', c.kind, 'match_id', open.id, 'is_group', h.is_group,
    'title', open.title, 'caller_id', caller.id, 'is_outgoing', h.is_outgoing, 'outcome', h.outcome,
    'status', c.status, 'started_at', c.started_at, 'answered_at', c.answered_at, 'ended_at', c.ended_at,
    'duration_seconds', c.duration_seconds, 'end_reason', c.shown_end_reason, 'error_code', c.error_code,
    'quality', h.connection, 'recording', c.recording, 'dialled', d.number,
    'participants', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'profile_id', coalesce(known.id, former.profile_id),
        'name', coalesce(known.display_name, former.display_name),
        'role', leg.role, 'channel', leg.channel, 'status', leg.status,
        'joined_at', leg.joined_at, 'left_at', leg.left_at
      ) order by leg.role, leg.joined_at, known.display_name, leg.id), '[]')
      from public.call_participants leg
      left join known on known.id = leg.profile_id
      left join former on former.match_id = c.match_id and former.profile_id = leg.profile_id
      where leg.call_id = c.id
    )
  )
  from unnest(p_lines) h
  join public.calls c on c.id = h.call_id
  left join open on open.id = c.match_id
  left join known caller on caller.id = c.caller_id
  left join public.dialled_numbers d on d.call_id = c.id and d.profile_id = auth.uid()
  order by h.started_at desc, h.call_id desc;
$$;
comment on function private.my_calls_json is
  'These calls as the current user may know them: of people whom they cannot reach neither id nor name, of matches that are not open to them nothing.';
revoke execute on function private.plain, private.my_calls_named, private.my_call_page,
  private.my_calls_json from public;

create function private.my_calls(
  p_limit integer, p_before_at timestamptz, p_before_id uuid, p_outcome public.call_outcome,
  p_kind public.call_kind, p_group boolean, p_with_id uuid, p_search text
) returns setof jsonb
language sql stable security definer set search_path = '' as $$
  select private.my_calls_json(array(
    select h from private.my_call_page(
      least(p_limit, 101), p_before_at, p_before_id, p_outcome, p_kind, p_group, p_with_id, p_search) as h));
$$;

create function private.my_call(p_sid text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.my_calls_json(array(
    select h from public.call_history h
    where h.profile_id = auth.uid() and h.call_id = coalesce(
      (select id from public.calls where provider_sid = p_sid),
      (select call_id from public.call_participants where leg_sid = p_sid))
  ));
$$;

create function private.my_call_figures(p_from date, p_to date, p_time_zone text) returns jsonb
language sql stable security definer set search_path = '' as $$
  with mine as materialized (
    select h.*, h.started_at at time zone p_time_zone as here
    from public.call_history h
    where h.profile_id = auth.uid() and h.outcome <> 'live'
      and h.started_at >= p_from::timestamp at time zone p_time_zone
      and h.started_at < (p_to + 1)::timestamp at time zone p_time_zone
  ), named as materialized (
    select p.id, p.display_name as name, null::uuid as match_id from public.profiles p
    where p.id in (select private.my_reachable_profile_ids())
    union all
    select m.id, coalesce(m.title, (
      select string_agg(p.display_name, ', ' order by p.display_name, p.id)
      from public.match_members member join public.profiles p on p.id = member.profile_id
      where member.match_id = m.id and member.left_at is null
        and member.profile_id in (select private.my_reachable_profile_ids())
    )), m.id from public.matches m
    where m.kind = 'group' and m.id in (select private.my_match_ids())
  ), people as (
    select
      named.id, named.name, named.match_id is not null as is_group,
      -- Of those without a name: somebody who was a match, or the telephones of others.
      bool_or(mine.with_id is null) as is_outside,
      count(*)::integer as calls, count(*) filter (where mine.outcome = 'answered')::integer as answered,
      sum(mine.talk_seconds)::integer as talk_seconds
    from mine left join named on named.id = mine.with_id
    group by named.id, named.name, named.match_id, case when named.id is null then mine.with_id is null end
    order by count(*) desc, sum(mine.talk_seconds) desc, named.name limit 10
  )
  select jsonb_build_object(
    'totals', (
      select jsonb_build_object(
        'calls', count(*), 'outgoing', count(*) filter (where is_outgoing),
        'incoming', count(*) filter (where not is_outgoing),
        'answered', count(*) filter (where outcome = 'answered' and not is_outgoing),
        'reached', count(*) filter (where outcome = 'answered' and is_outgoing),
        'missed', count(*) filter (where outcome = 'missed'),
        'declined', count(*) filter (where outcome = 'declined'),
        'unanswered', count(*) filter (where outcome = 'unanswered'),
        'talk_seconds', coalesce(sum(talk_seconds), 0)
      ) from mine
    ),
    'days', (
      select jsonb_agg(jsonb_build_object(
        'date', day.date, 'calls', coalesce(of_day.calls, 0), 'answered', coalesce(of_day.answered, 0),
        'talk_seconds', coalesce(of_day.talk_seconds, 0)) order by day.date)
      from (select p_from + n as date from generate_series(0, p_to - p_from) as n) as day
      left join (
        select here::date as date, count(*) as calls, count(*) filter (where outcome = 'answered') as answered,
          sum(talk_seconds) as talk_seconds
        from mine group by here::date
      ) as of_day on of_day.date = day.date
    ),
    'hours', (
      select jsonb_agg(coalesce(of_hour.calls, 0) order by hour)
      from generate_series(0, 23) as hour
      left join (
        select extract(hour from here)::integer as hour, count(*) as calls from mine group by 1
      ) as of_hour using (hour)
    ),
    'people', (select coalesce(jsonb_agg(to_jsonb(people) order by calls desc, talk_seconds desc, name), '[]') from people)
  );
$$;
comment on function private.my_call_figures is
  'What the calls of the current user from one day to another, both included, add up to where they are.';

revoke execute on function private.my_calls, private.my_call, private.my_call_figures from public;
grant execute on function private.my_calls, private.my_call, private.my_call_figures to authenticated;

create function public.list_calls(
  p_limit integer,
  p_before_at timestamptz default null,
  p_before_id uuid default null,
  p_outcome public.call_outcome default null,
  p_kind public.call_kind default null,
  p_group boolean default null,
  p_with_id uuid default null,
  p_search text default null
) returns setof jsonb
language sql stable set search_path = '' as $$
  select private.my_calls(
    p_limit, p_before_at, p_before_id, p_outcome, p_kind, p_group, p_with_id, nullif(btrim(p_search), ''));
$$;
comment on function public.list_calls is
  'The current user''s calls, newest first, at most 101: those before a call, if one is given, with this outcome, of this kind, in groups or not, with this person or group, with somebody of this name.';

create function public.find_call(p_sid text) returns jsonb
language sql stable set search_path = '' as $$
  select private.my_call(p_sid);
$$;
comment on function public.find_call is
  'A call of the current user by its RoomSid or the CallSid of any leg; null when it is none of theirs.';

create function public.call_figures(p_from date, p_to date, p_time_zone text) returns jsonb
language sql stable set search_path = '' as $$
  -- Clients can ask past the API: no more days than it gives.
  select private.my_call_figures(p_from, least(p_to, p_from + 365), p_time_zone);
$$;
comment on function public.call_figures is 'private.my_call_figures of 366 days at most.';

revoke execute on function public.list_calls, public.find_call, public.call_figures from public, anon;
grant execute on function public.list_calls, public.find_call, public.call_figures to authenticated;

-- Missed calls are new until their list has been looked at, on any device.
create function private.my_missed_calls() returns integer
language sql stable security definer set search_path = '' as $$
  select count(*)::integer from (
    select from public.call_history
    where profile_id = auth.uid() and outcome = 'missed' and not is_seen
    limit 100
  ) as missed;
$$;

create function private.see_my_missed_calls() returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.call_history set is_seen = true
  where profile_id = auth.uid() and outcome = 'missed' and not is_seen;
  if found then
    perform realtime.send('{}', 'calls-seen', 'user:' || auth.uid(), true);
  end if;
end;
$$;

create function public.missed_calls() returns integer
language sql stable set search_path = '' as $$
  select private.my_missed_calls();
$$;
comment on function public.missed_calls is
  'How many calls the current user has missed that they have not seen in their list, at most 100.';

create function public.see_missed_calls() returns void
language sql set search_path = '' as $$
  select private.see_my_missed_calls();
$$;
comment on function public.see_missed_calls is 'The current user has their list of calls before them: none is new any more.';

revoke execute on function private.my_missed_calls, private.see_my_missed_calls from public;
grant execute on function private.my_missed_calls, private.see_my_missed_calls to authenticated;
revoke execute on function public.missed_calls, public.see_missed_calls from public, anon;
grant execute on function public.missed_calls, public.see_missed_calls to authenticated;
