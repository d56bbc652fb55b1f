-- Calls whose record is yet to be compared with what the provider has of them.
--
-- Every call is looked at, once, two minutes after its beginning: whether its callbacks have told
-- all of it can be seen in its row and legs. Only when they have not is the provider asked. A call
-- that goes on is looked at again.

create table public.call_checks (
  provider_sid text primary key check (provider_sid ~ '^(CA|RM)[0-9a-f]{32}$'),
  due_at timestamptz not null default now() + interval '2 minutes',
  tries integer not null default 0
);
comment on table public.call_checks is
  'Calls to look at, from when on. Whoever claims one moves due_at ahead: that is the lease, and should they not live, the time of the next try. A row goes when nothing is left to be found out.';
comment on column public.call_checks.provider_sid is
  'CallSid of the caller''s leg, or RoomSid; no foreign key, since a room may be known from its events alone.';
comment on column public.call_checks.tries is 'How often in a row it was claimed and nobody said what came of it.';
create index call_checks_due_at_idx on public.call_checks (due_at);

alter table public.call_checks enable row level security;
revoke all on public.call_checks from anon, authenticated;
grant all on public.call_checks to service_role;
create policy "nobody but the server" on public.call_checks for select to authenticated using (false);

create function private.check_call() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.call_checks as known (provider_sid) values (new.provider_sid)
  on conflict (provider_sid) do update set due_at = least(known.due_at, excluded.due_at);
  return null;
end;
$$;
create trigger check_call after insert on public.calls
  for each row execute function private.check_call();

-- A room without a row: the server that made it may not have lived to open one.
create function private.check_strange_room() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.call_checks (provider_sid, due_at) values (new.provider_sid, now() + interval '10 minutes')
  on conflict (provider_sid) do nothing;
  return null;
end;
$$;
create trigger check_strange_room after insert on public.call_events
  for each row when (new.call_id is null and new.provider_sid like 'RM%' and new.event <> 'room-ended')
  execute function private.check_strange_room();

create function private.tells_of_recordings(p_call public.calls) returns boolean
language sql stable security definer set search_path = '' as $$
  select p_call.recording <> 'none'
    or exists (select from public.recordings where call_id = p_call.id and status = 'in-progress')
    -- Voicemail may have been left.
    or exists (select from public.phone_numbers where id = p_call.number_id and owner_id is not null);
$$;
comment on function private.tells_of_recordings is 'Whether the provider may keep recordings of a call of which nothing was heard.';

create function private.is_told(p_call public.calls) returns boolean
language sql stable security definer set search_path = '' as $$
  select p_call.status >= 'completed' and not private.tells_of_recordings(p_call) and case
    when p_call.provider_sid like 'RM%' then private.is_whole(p_call.id)
    -- The server itself answered busy, and nothing was dialled.
    when p_call.end_reason = 'busy' then true
    else p_call.ended_at is not null and p_call.duration_seconds is not null and (
      select bool_and(
        leg.status >= 'completed'
        and (leg.role = 'caller' or leg.status > 'completed' or leg.joined_at is not null)
        -- Of a telephone the time until a key was pressed is not talk: it has no duration.
        and (leg.status > 'completed' or leg.duration_seconds is not null or p_call.kind = 'phone')
        -- The result of a dial carries no time: when it came stands for the end, which was before.
        and exists (
          select from public.call_events heard
          where heard.call_id = p_call.id and heard.leg_sid = leg.leg_sid and heard.status >= 'completed'
            and heard.event not in ('dial-result', 'hung-up')
        )
      )
      from public.call_participants leg where leg.call_id = p_call.id
    ) and (
      p_call.kind <> 'phone' and not private.goes_on(p_call.id)
      -- One dial follows another, and of a leg nothing may ever have been heard. Its result decides
      -- what follows: who decided that nothing does has heard of all, and then the caller hung up.
      or 2 = (
        select count(distinct event = 'hung-up') from public.call_events
        where call_id = p_call.id and leg_sid = p_call.provider_sid and status >= 'completed'
      )
    )
  end;
$$;
comment on function private.is_told is
  'Whether the provider''s callbacks have told all of a call. Otherwise it goes on, or a leg is live, was never heard of or has no end.';

create function private.has_outlived(p_call public.calls) returns boolean
language sql stable security definer set search_path = '' as $$
  select case
    when p_call.provider_sid like 'RM%' then p_call.closed_at is not null
    else p_call.end_reason is not distinct from 'blocked'
      -- Longer than a message on voicemail takes.
      or coalesce(p_call.ended_at < now() - interval '10 minutes', false)
      or exists (
        select from public.call_participants leg
        where leg.call_id = p_call.id and leg.profile_id is not null and private.is_away(leg.profile_id)
      )
      or p_call.match_id is not null and exists (
        select from public.call_participants callee
        where callee.call_id = p_call.id and callee.role = 'callee' and callee.profile_id is not null
          and p_call.caller_id is not null
          and not private.can_reach(p_call.caller_id, callee.profile_id)
      )
  end;
$$;
comment on function private.has_outlived is
  'Whether a call that goes on at the provider must be ended there: it is over here, the two may not talk any more, or somebody in it is suspended or leaves Duet.';

create function private.call_print(p_call_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select md5(concat_ws(' ', c.status, c.answered_at, c.ended_at, c.duration_seconds, c.end_reason, (
    select string_agg(concat_ws(' ', leg_sid, status, joined_at, left_at, duration_seconds), ',' order by id)
    from public.call_participants where call_id = c.id
  ), (
    select string_agg(concat_ws(' ', provider_sid, status), ',' order by provider_sid)
    from public.recordings where call_id = c.id
  )))
  from public.calls c where c.id = p_call_id;
$$;
comment on function private.call_print is 'Changes when anything changes that is known of a call.';

revoke execute on function private.check_call, private.check_strange_room, private.tells_of_recordings,
  private.is_told, private.has_outlived, private.call_print from public;
grant execute on function private.tells_of_recordings, private.is_told, private.has_outlived,
  private.call_print to service_role;

create function public.claim_call_checks(p_limit integer) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_sids text[] := array(
    select provider_sid from public.call_checks
    where due_at <= now() order by due_at limit p_limit
    for update skip locked
  );
  v_sid text;
  v_call public.calls;
  v_done text[] := '{}';
  v_checks jsonb[] := '{}';
begin
  update public.call_checks set
    tries = tries + 1,
    due_at = now() + least(interval '1 hour', interval '2 minutes' * power(2, least(tries, 10)))
  where provider_sid = any (v_sids);

  -- One by one: the planner would like to judge all calls there are.
  foreach v_sid in array v_sids loop
    select * into v_call from public.calls where provider_sid = v_sid;
    -- The row of a call may have gone with its people; a room may never have had one.
    if private.is_told(v_call) or v_call.id is null and v_sid like 'CA%' then
      v_done := v_done || v_sid;
    else
      v_checks := v_checks || jsonb_build_object(
        'sid', v_sid,
        'started_at', v_call.started_at,
        'outlived', v_call.id is null or private.has_outlived(v_call),
        'recordings', v_call.id is not null and private.tells_of_recordings(v_call),
        'print', private.call_print(v_call.id));
    end if;
  end loop;
  delete from public.call_checks where provider_sid = any (v_done);
  return jsonb_build_object('claimed', cardinality(v_sids), 'checks', to_jsonb(v_checks));
end;
$$;
comment on function public.claim_call_checks is
  'Takes calls that are due, oldest first, each for one caller at a time: how many were `claimed`, and as `checks` those that the provider has to be asked about. `outlived`: what goes on at the provider is to be ended. Claims that end in nothing come back after 2 minutes, then 4 and so on up to an hour.';

create function public.finish_call_check(p_sid text, p_live boolean, p_print text default null) returns boolean
language plpgsql set search_path = '' as $$
declare
  v_call public.calls;
begin
  select * into v_call from public.calls where provider_sid = p_sid;
  if p_live then
    update public.call_checks set
      tries = 0,
      due_at = now() + least(interval '15 minutes', greatest(
        interval '2 minutes', (now() - coalesce(v_call.started_at, now())) / 2))
    where provider_sid = p_sid;
  else
    delete from public.call_checks where provider_sid = p_sid;
  end if;
  return private.call_print(v_call.id) is distinct from p_print;
end;
$$;
comment on function public.finish_call_check is
  'The end of a look at a call: one that is live is looked at again, any other is done with. p_print is what the claim gave; true when the look has changed what is known.';

create function public.release_call_checks(p_sids text[]) returns void
language sql set search_path = '' as $$
  update public.call_checks set due_at = now(), tries = greatest(0, tries - 1) where provider_sid = any (p_sids);
$$;
comment on function public.release_call_checks is 'Gives back what was claimed and not looked at.';

create function public.end_stale_relays(p_limit integer) returns integer
language sql set search_path = '' as $$
  with stale as (
    select r.id from public.relays r
    join public.matches m on m.id = r.match_id
    where r.ended_at is null and (r.expires_at <= now() or m.ended_at is not null)
    order by r.expires_at limit p_limit
    for update of r skip locked
  ), ended as (
    update public.relays r set ended_at = now() from stale where r.id = stale.id
    returning r.id
  )
  select count(*)::integer from ended;
$$;
comment on function public.end_stale_relays is
  'Ends relays whose time is over, so that their numbers are free; how many.';
create index relays_expires_at_idx on public.relays (expires_at) where ended_at is null;

revoke execute on function public.claim_call_checks, public.finish_call_check, public.release_call_checks,
  public.end_stale_relays from public, anon, authenticated;
grant execute on function public.claim_call_checks, public.finish_call_check, public.release_call_checks,
  public.end_stale_relays to service_role;

-- What calls cost, leg by leg.

create table public.call_costs (
  leg_sid text primary key check (leg_sid ~ '^CA[0-9a-f]{32}$'),
  call_id uuid references public.calls (id) on delete set null,
  ended_at timestamptz not null,
  duration_seconds integer not null check (duration_seconds >= 0),
  price numeric(12, 5),
  currency text not null check (currency ~ '^[A-Z]{3}$')
);
comment on table public.call_costs is
  'What the provider charged for each leg of a call of this app. Rooms have no price of their own.';
comment on column public.call_costs.price is 'What it cost, above zero; null while the provider does not say.';
create index call_costs_call_id_idx on public.call_costs (call_id);
create index call_costs_ended_at_idx on public.call_costs (ended_at);

create table public.cost_sweeps (
  pass text primary key check (pass in ('first', 'again')),
  swept_until timestamptz not null,
  reading_until timestamptz,
  next_page text,
  check ((reading_until is null) = (next_page is null))
);
comment on table public.cost_sweeps is
  'Up to when the costs of calls that ended have been read: the first time, and again a day later, for prices that came late.';
comment on column public.cost_sweeps.next_page is
  'Address, at the provider, of the next page of those that ended from swept_until until reading_until.';

alter table public.call_costs enable row level security;
revoke all on public.call_costs from anon, authenticated;
grant all on public.call_costs to service_role;
create policy "nobody but the server" on public.call_costs for select to authenticated using (false);
alter table public.cost_sweeps enable row level security;
revoke all on public.cost_sweeps from anon, authenticated;
grant all on public.cost_sweeps to service_role;
create policy "nobody but the server" on public.cost_sweeps for select to authenticated using (false);

create function public.record_call_costs(p_legs jsonb) returns integer
language sql set search_path = '' as $$
  with kept as (
    insert into public.call_costs as known (leg_sid, call_id, ended_at, duration_seconds, price, currency)
    select leg.sid, coalesce(own.call_id, parent.id), leg.ended_at, leg.duration_seconds, leg.price, leg.currency
    from jsonb_to_recordset(p_legs) as leg (
      sid text, parent_sid text, ended_at timestamptz, duration_seconds integer, price numeric, currency text
    )
    left join public.call_participants own on own.leg_sid = leg.sid
    left join public.calls parent on parent.provider_sid = leg.parent_sid
    -- The account may serve other apps, too.
    where coalesce(own.call_id, parent.id) is not null
      or exists (select from public.call_events where provider_sid = leg.sid and call_id is null)
    on conflict (leg_sid) do update set
      price = coalesce(excluded.price, known.price),
      call_id = coalesce(known.call_id, excluded.call_id)
    returning 1
  )
  select count(*)::integer from kept;
$$;
comment on function public.record_call_costs is
  'Keeps what legs cost that belong to calls of this app, or to the main line; how many. Each has sid, parent_sid, ended_at, duration_seconds, price and currency.';
revoke execute on function public.record_call_costs from public, anon, authenticated;
grant execute on function public.record_call_costs to service_role;
