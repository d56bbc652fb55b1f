-- Telephone calls: who may begin one, and from provider events to their state.
--
-- The same join as in other calls, over more legs: one dial may follow another, to the app, then to
-- the telephone. So a call is over when the caller's leg is, and a telephone that was picked up has
-- not joined until a person there has pressed a key.

create table public.call_requests (
  id uuid primary key default gen_random_uuid(),
  profile_id uuid not null references public.profiles (id) on delete cascade,
  idempotency_key text not null check (char_length(idempotency_key) between 1 and 255),
  fingerprint text not null,
  match_id uuid references public.matches (id) on delete cascade,
  dialled text check (dialled ~ '^\+[1-9][0-9]{6,14}$'),
  number_id uuid references public.phone_numbers (id) on delete set null,
  record boolean not null default false,
  call_sid text unique check (call_sid ~ '^CA[0-9a-f]{32}$'),
  created_at timestamptz not null default now(),
  unique (profile_id, idempotency_key),
  check (num_nonnulls(match_id, dialled) = 1)
);
comment on table public.call_requests is
  'Calls that people asked the server to place, once for each idempotency key, from before the provider is asked.';
comment on column public.call_requests.dialled is 'The number outside of Duet that is to be called, E.164; null for a match.';
comment on column public.call_requests.call_sid is 'CallSid of the caller''s leg, once the provider has placed it.';
create index call_requests_match_id_idx on public.call_requests (match_id);
create index call_requests_number_id_idx on public.call_requests (number_id);

alter table public.call_requests enable row level security;
revoke all on public.call_requests from anon, authenticated;
grant all on public.call_requests to service_role;
create policy "nobody but the server" on public.call_requests for select to authenticated using (false);

create function public.claim_call_request(
  p_profile_id uuid,
  p_idempotency_key text,
  p_fingerprint text,
  p_match_id uuid default null,
  p_dialled text default null,
  p_number_id uuid default null,
  p_record boolean default false
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_request public.call_requests;
begin
  delete from public.call_requests
  where profile_id = p_profile_id and idempotency_key = p_idempotency_key
    and created_at < now() - interval '24 hours';
  insert into public.call_requests (
    profile_id, idempotency_key, fingerprint, match_id, dialled, number_id, record
  ) values (
    p_profile_id, p_idempotency_key, p_fingerprint, p_match_id, p_dialled, p_number_id, p_record
  )
  on conflict (profile_id, idempotency_key) do nothing
  returning * into v_request;
  if v_request.id is not null then
    return jsonb_build_object('outcome', 'new', 'id', v_request.id);
  end if;
  -- Nobody has heard of its call for longer than a telephone rings: the server that began to place
  -- it did not live to say so.
  update public.call_requests set created_at = now()
  where profile_id = p_profile_id and idempotency_key = p_idempotency_key and fingerprint = p_fingerprint
    and call_sid is null and created_at < now() - interval '2 minutes'
  returning * into v_request;
  if v_request.id is not null then
    return jsonb_build_object('outcome', 'new', 'id', v_request.id);
  end if;
  select * into v_request from public.call_requests
  where profile_id = p_profile_id and idempotency_key = p_idempotency_key;
  return jsonb_build_object(
    'outcome', case
      -- Given up by the request that had it, just now.
      when v_request.id is null then 'pending'
      when v_request.fingerprint <> p_fingerprint then 'different'
      when v_request.call_sid is null then 'pending'
      else 'same'
    end,
    'id', v_request.id,
    'call_sid', v_request.call_sid
  );
end;
$$;
comment on function public.claim_call_request is
  'Lets each idempotency key of a person place one call in 24 hours. The outcome is new (also when it was never heard of again), same (placed already), pending (being placed) or different (the key was used for another call).';
revoke execute on function public.claim_call_request from public, anon, authenticated;
grant execute on function public.claim_call_request to service_role;

create function private.hear_of_phone_leg(
  p_call public.calls,
  p_leg_sid text,
  p_event text,
  p_profile_id uuid,
  p_channel public.leg_channel,
  p_status public.call_status,
  p_at timestamptz,
  p_duration_seconds integer
) returns void
language plpgsql set search_path = '' as $$
declare
  v_is_caller boolean := p_leg_sid = p_call.provider_sid;
  v_callee_id uuid := (
    select profile_id from public.call_participants
    where call_id = p_call.id and role = 'callee' and profile_id is not null
    limit 1
  );
  v_channel public.leg_channel;
  -- Somebody else may pick up a person's telephone, or a machine. Whom a person dialled themselves
  -- is asked nothing.
  v_needs_key boolean;
begin
  -- One of the callee's rows was made when the call was authorised; the first event names its leg.
  update public.call_participants set leg_sid = p_leg_sid
  where id = (
    select id from public.call_participants
    where call_id = p_call.id and role = 'callee' and leg_sid is null
    limit 1
  ) and not v_is_caller
    and not exists (select from public.call_participants where leg_sid = p_leg_sid);

  v_channel := coalesce(
    case when p_event = 'accepted' then 'phone' end::public.leg_channel, p_channel,
    (select channel from public.call_participants where leg_sid = p_leg_sid), 'app');
  v_needs_key := not v_is_caller and v_channel = 'phone' and v_callee_id is not null;
  perform private.merge_leg(
    p_call.id, p_leg_sid,
    case when v_is_caller then p_call.caller_id else coalesce(p_profile_id, v_callee_id) end,
    (case when v_is_caller then 'caller' else 'callee' end)::public.call_role,
    p_status,
    case when p_status = 'in-progress' and (not v_needs_key or p_event = 'accepted') then p_at end,
    case when p_status >= 'completed' then p_at end,
    -- What the provider counts of a telephone includes the time before the key.
    case when p_status = 'completed' and not v_needs_key then p_duration_seconds end);
  update public.call_participants set channel = v_channel where leg_sid = p_leg_sid and channel <> v_channel;

  if v_needs_key then
    update public.call_participants leg set status = case
      when heard.status = 'completed' and leg.joined_at is null then 'no-answer'
      else heard.status
    end
    from (
      select max(status) as status from public.call_events
      where call_id = p_call.id and leg_sid = p_leg_sid
    ) as heard
    where leg.leg_sid = p_leg_sid;
  end if;
end;
$$;
comment on function private.hear_of_phone_leg is
  'What an event says of a leg of a telephone call. That a telephone ended without its key having been pressed is worked out from the whole log, since that event may come last.';

create function private.settle_phone_call(p_call_id uuid) returns public.calls
language plpgsql security definer set search_path = '' as $$
declare
  v_legs record;
  v_call public.calls;
  v_status public.call_status;
begin
  select
    coalesce(bool_or(role = 'caller' and status >= 'completed'), false) as is_over,
    max(status) filter (where role = 'caller') as caller_status,
    bool_or(role = 'caller' and joined_at is not null) as caller_joined,
    max(left_at) filter (where role = 'caller') as caller_left_at,
    max(status) filter (where role = 'callee' and leg_sid is not null) as callee_status,
    max(status) filter (where role = 'callee' and leg_sid is not null and status < 'completed') as live_status,
    -- A lost "answered" shows in the talk time of the "completed" that follows.
    min(coalesce(joined_at, case when duration_seconds > 0
      then left_at - make_interval(secs => duration_seconds) end)) filter (where role = 'callee') as answered_at,
    max(left_at) filter (where role = 'callee' and (joined_at is not null or duration_seconds > 0)) as talked_until,
    max(duration_seconds) filter (where role = 'callee' and duration_seconds > 0) as duration_seconds
  into v_legs
  from public.call_participants where call_id = p_call_id;

  select * into v_call from public.calls where id = p_call_id;
  v_status := case
    -- The server itself answered busy; how the caller's leg then ends does not matter.
    when v_call.end_reason = 'busy' then v_call.status
    when v_legs.is_over and v_legs.answered_at is not null then 'completed'
    when v_legs.is_over and v_legs.callee_status > 'completed' then v_legs.callee_status
    when v_legs.is_over and v_legs.caller_status > 'completed' then v_legs.caller_status
    when v_legs.is_over then 'canceled'
    when v_legs.answered_at is not null then 'in-progress'
    -- Of a call that the server places: from now on the other side is rung.
    when v_legs.caller_joined then 'ringing'
    else least('ringing', greatest('initiated', v_legs.live_status))
  end;

  update public.calls c set
    status = v_status,
    answered_at = v_legs.answered_at,
    ended_at = case
      when v_call.end_reason = 'busy' then c.ended_at
      when v_legs.is_over then coalesce(v_legs.talked_until, v_legs.caller_left_at)
    end,
    duration_seconds = case
      when v_call.end_reason = 'busy' then 0
      when not v_legs.is_over then null
      when v_legs.answered_at is null then 0
      else coalesce(
        v_legs.duration_seconds,
        greatest(0, round(extract(epoch from
          coalesce(v_legs.talked_until, v_legs.caller_left_at) - v_legs.answered_at)))::integer
      )
    end,
    end_reason = case
      when v_legs.is_over then private.end_reason_of(v_status, c.end_reason)
      else c.end_reason
    end
  where c.id = p_call_id
  returning * into v_call;
  return v_call;
end;
$$;
comment on function private.settle_phone_call is 'Makes the row of a telephone call what its legs add up to.';

create function private.open_phone_call(
  p_provider_sid text,
  p_caller_id uuid,
  p_caller_channel public.leg_channel,
  p_callee_id uuid,
  p_match_id uuid,
  p_number_id uuid
) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_call public.calls;
begin
  insert into public.calls (provider_sid, kind, match_id, number_id, caller_id)
  values (p_provider_sid, 'phone', p_match_id, p_number_id, p_caller_id)
  on conflict (provider_sid) do nothing
  returning * into v_call;
  if v_call.id is null then
    -- Asked twice about one call: answered as before.
    select * into v_call from public.calls c
    where c.provider_sid = p_provider_sid and c.kind = 'phone'
      and c.caller_id is not distinct from p_caller_id and c.match_id is not distinct from p_match_id
      and exists (
        select from public.call_participants
        where call_id = c.id and role = 'callee' and profile_id is not distinct from p_callee_id
      );
    return case when v_call.id is null then 'refused' when v_call.end_reason = 'busy' then 'busy' else 'dial' end;
  end if;

  insert into public.call_participants (call_id, leg_sid, profile_id, role, channel, status) values
    (v_call.id, p_provider_sid, p_caller_id, 'caller', p_caller_channel, 'initiated'),
    (v_call.id, null, p_callee_id, 'callee', case when p_callee_id is null then 'phone' else 'app' end::public.leg_channel, 'queued');
  if private.is_busy(p_callee_id, v_call.id) then
    update public.call_participants set status = 'busy', left_at = now() where call_id = v_call.id;
    update public.calls set status = 'busy', end_reason = 'busy', ended_at = now(), duration_seconds = 0
    where id = v_call.id
    returning * into v_call;
  end if;

  perform private.adopt_early_events(v_call.id, p_provider_sid);
  return case when v_call.end_reason = 'busy' then 'busy' else 'dial' end;
end;
$$;
comment on function private.open_phone_call is
  'Opens the row of a telephone call that is authorised: dial, busy (the callee is in another call; recorded so) or refused (the call is already another one).';

create function private.phone_call_json(p_provider_sid text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'call_id', c.id,
    'match_id', c.match_id,
    'caller_id', c.caller_id,
    'caller_name', caller.display_name,
    'callee_id', callee.id,
    'callee_name', callee.display_name,
    'callee_phone', secret.phone,
    'number', n.number,
    'dialled', d.number,
    'record', coalesce(r.record, false),
    'allowed', c.status < 'completed' and c.end_reason is distinct from 'blocked' and (
      c.match_id is null or n.owner_id is not null
      or private.may_phone(c.caller_id, callee.id)
        and private.other_of_pair(c.match_id, c.caller_id) is not distinct from callee.id
        and (c.answered_at is not null or private.call_refusal(c.caller_id, callee.id, 'phone') is null)
    ),
    'answered', c.answered_at is not null
  )
  from public.calls c
  left join public.phone_numbers n on n.id = c.number_id
  left join public.profiles caller on caller.id = c.caller_id
  left join lateral (
    select p.profile_id from public.call_participants p
    where p.call_id = c.id and p.role = 'callee' and p.profile_id is not null
    limit 1
  ) as leg on true
  left join public.profiles callee on callee.id = leg.profile_id
  left join public.private_profiles secret on secret.id = callee.id and secret.takes_phone_calls
  left join public.dialled_numbers d on d.call_id = c.id
  left join public.call_requests r on r.call_sid = c.provider_sid
  where c.provider_sid = p_provider_sid and c.kind = 'phone';
$$;
comment on function private.phone_call_json is
  'What TwiML needs of a telephone call, for the server alone: callee_phone is the callee''s own telephone.';

revoke execute on function private.hear_of_phone_leg, private.settle_phone_call,
  private.open_phone_call, private.phone_call_json from public;
grant execute on function private.hear_of_phone_leg, private.settle_phone_call,
  private.open_phone_call, private.phone_call_json to service_role;

create function public.find_phone_call(p_provider_sid text) returns jsonb
language sql stable set search_path = '' as $$
  select private.phone_call_json(p_provider_sid);
$$;
comment on function public.find_phone_call is 'private.phone_call_json for the server; null when there is no such call.';

create function public.begin_phone_call(
  p_provider_sid text,
  p_caller_id uuid,
  p_caller_channel public.leg_channel,
  p_match_id uuid,
  p_pool text[] default '{}',
  p_callee_id uuid default null
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_callee_id uuid := private.other_of_pair(p_match_id, p_caller_id);
  v_relay public.relays;
  v_outcome text;
  v_refusal jsonb;
begin
  -- Events of this very call wait until its row is there; then the locks of begin_call, for the
  -- same reasons.
  perform pg_advisory_xact_lock(hashtextextended(p_provider_sid, 0));
  perform from public.profiles where id in (p_caller_id, v_callee_id) order by id for no key update;
  perform from public.matches where id = p_match_id for share;
  if v_callee_id is null or v_callee_id <> coalesce(p_callee_id, v_callee_id)
    or private.other_of_pair(p_match_id, p_caller_id) is distinct from v_callee_id then
    return jsonb_build_object('outcome', 'refused');
  elsif not private.may_phone(p_caller_id, v_callee_id) then
    return jsonb_build_object('outcome', 'off');
  end if;
  v_refusal := private.refuse_call(p_provider_sid, p_caller_id, v_callee_id, 'phone', p_caller_channel = 'app');
  if v_refusal is not null then
    return v_refusal;
  end if;
  if 2 = (select count(*) from public.private_profiles where id in (p_caller_id, v_callee_id) and phone is not null) then
    v_relay := private.lend_number(p_match_id, p_caller_id, v_callee_id, p_pool);
  end if;
  v_outcome := private.open_phone_call(
    p_provider_sid, p_caller_id, p_caller_channel, v_callee_id, p_match_id, v_relay.number_id);
  if v_outcome = 'refused' then
    return jsonb_build_object('outcome', 'refused');
  end if;
  return private.phone_call_json(p_provider_sid) || jsonb_build_object(
    'outcome', v_outcome,
    'alert', v_outcome = 'dial' and private.needs_alert((select id from public.calls where provider_sid = p_provider_sid)));
end;
$$;
comment on function public.begin_phone_call is
  'Authorises a call to a match that has a telephone at one end, and opens its row; whom the caller believes to call must be who it is. The outcome is dial, busy (the callee is in another call; recorded so), off (one of them takes no phone calls), not_allowed, needs_consent (private.call_refusal) or refused; the last four record nothing.';

create function public.begin_relay_call(p_provider_sid text, p_from text, p_number text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_number public.phone_numbers;
  v_relay public.relays;
  v_caller_id uuid;
begin
  select * into v_number from public.phone_numbers where number = p_number and released_at is null;
  if v_number.owner_id is not null then
    return jsonb_build_object('outcome', 'owned');
  end if;
  select p.id into v_caller_id from public.private_profiles p where p.phone = p_from;
  select r.* into v_relay
  from public.relay_members m join public.relays r on r.id = m.relay_id
  where m.profile_id = v_caller_id and m.number_id = v_number.id
    and m.ended_at is null and r.ended_at is null and r.expires_at > now();
  if v_relay.id is null then
    return jsonb_build_object('outcome', 'refused');
  end if;
  -- The number called is the one that is lent, even when the pool is no longer known to have it.
  return public.begin_phone_call(p_provider_sid, v_caller_id, 'phone', v_relay.match_id, array[p_number]);
end;
$$;
comment on function public.begin_relay_call is
  'begin_phone_call for a call to a number of the pool: who calls, by their verified telephone, and the number name a live relay. The outcome is owned, too: the number is a person''s own.';

create function public.begin_extension_call(
  p_provider_sid text, p_from text, p_extension integer, p_pool text[] default '{}'
) returns jsonb
language sql set search_path = '' as $$
  select coalesce((
    select public.begin_phone_call(p_provider_sid, m.profile_id, 'phone', m.match_id, p_pool)
    from public.private_profiles p
    join public.match_members m on m.profile_id = p.id and m.extension = p_extension
    where p.phone = p_from
  ), jsonb_build_object('outcome', 'refused'));
$$;
comment on function public.begin_extension_call is
  'begin_phone_call for a caller on the main line: who calls, by their verified telephone, and an extension of theirs name a match.';

create function public.begin_external_call(
  p_provider_sid text,
  p_caller_id uuid,
  p_caller_channel public.leg_channel,
  p_dialled text,
  p_from text default null
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_number_id uuid;
  v_call_id uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended(p_provider_sid, 0));
  select n.id into v_number_id from public.phone_numbers n
  where n.number = p_from and n.owner_id = p_caller_id and n.released_at is null;
  if p_from is not null and v_number_id is null or private.is_away(p_caller_id) then
    return jsonb_build_object('outcome', 'refused');
  end if;
  if private.open_phone_call(p_provider_sid, p_caller_id, p_caller_channel, null, null, v_number_id) <> 'dial' then
    return jsonb_build_object('outcome', 'refused');
  end if;
  select c.id into v_call_id from public.calls c where c.provider_sid = p_provider_sid;
  insert into public.dialled_numbers (call_id, profile_id, number) values (v_call_id, p_caller_id, p_dialled)
  on conflict (call_id) do nothing;
  return private.phone_call_json(p_provider_sid) || jsonb_build_object(
    'outcome', case when exists (
      select from public.dialled_numbers d where d.call_id = v_call_id and d.number = p_dialled
    ) then 'dial' else 'refused' end);
end;
$$;
comment on function public.begin_external_call is
  'Opens the row of a call to a number outside of Duet, from a number of the caller''s own when one is named. The outcome is dial or refused (that number is not theirs, or the call is already another one).';

revoke execute on function public.find_phone_call, public.begin_phone_call, public.begin_relay_call,
  public.begin_extension_call, public.begin_external_call from public, anon, authenticated;
grant execute on function public.find_phone_call, public.begin_phone_call, public.begin_relay_call,
  public.begin_extension_call, public.begin_external_call to service_role;
