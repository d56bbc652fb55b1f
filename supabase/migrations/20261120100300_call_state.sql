-- From provider events to call state.
--
-- A leg is a join of everything heard about it: its status is the greatest one
-- heard, its times the earliest. A call is a function of its legs. Joins do not
-- care about order or repetition, so neither does the state: any shuffle of the
-- same callbacks, with any of them doubled, ends in the same row.

create function private.settle_call(p_call_id uuid) returns public.calls
language plpgsql security definer set search_path = '' as $$
declare
  v_legs record;
  v_over boolean;
  v_call public.calls;
  v_status public.call_status;
begin
  select
    bool_or(role = 'caller' and status >= 'completed') as caller_over,
    max(status) filter (where role = 'caller') as caller_status,
    max(left_at) filter (where role = 'caller') as caller_left_at,
    bool_and(status >= 'completed') filter (where role = 'callee' and leg_sid is not null) as callee_over,
    max(status) filter (where role = 'callee' and leg_sid is not null) as callee_status,
    max(status) filter (where role = 'callee' and leg_sid is not null and status < 'completed') as live_status,
    -- A lost "answered" shows in the talk time of the "completed" that follows.
    min(coalesce(joined_at, case when duration_seconds > 0
      then left_at - make_interval(secs => duration_seconds) end)) filter (where role = 'callee') as answered_at,
    max(left_at) filter (where role = 'callee') as callee_left_at,
    max(duration_seconds) filter (where role = 'callee') as duration_seconds
  into v_legs
  from public.call_participants where call_id = p_call_id;

  v_over := coalesce(v_legs.caller_over, false) or coalesce(v_legs.callee_over, false);
  select * into v_call from public.calls where id = p_call_id;
  v_status := case
    -- The server itself answered busy; how the caller's leg then ends does not matter.
    when v_call.end_reason = 'busy' then v_call.status
    when v_over and v_legs.answered_at is not null then 'completed'
    -- The callee's leg tells busy, no-answer, failed and canceled apart.
    when v_over and v_legs.callee_status > 'completed' then v_legs.callee_status
    when v_over and v_legs.caller_status > 'completed' then v_legs.caller_status
    when v_over then 'canceled'
    when v_legs.answered_at is not null then 'in-progress'
    else greatest('initiated', v_legs.live_status)
  end;

  update public.calls c set
    status = v_status,
    answered_at = v_legs.answered_at,
    ended_at = case when v_over then coalesce(v_legs.callee_left_at, v_legs.caller_left_at) end,
    duration_seconds = case
      when not v_over then null
      when v_legs.answered_at is null then 0
      else coalesce(
        v_legs.duration_seconds,
        greatest(0, round(extract(epoch from
          coalesce(v_legs.callee_left_at, v_legs.caller_left_at) - v_legs.answered_at)))::integer
      )
    end,
    end_reason = case
      when not v_over then c.end_reason
      -- Reasons that the server gave before it hung up outrank what the leg says.
      when c.end_reason in ('blocked', 'busy') then c.end_reason
      else (case v_status
        when 'completed' then 'hangup'
        when 'busy' then 'declined'
        else v_status::text
      end)::public.call_end_reason
    end
  where c.id = p_call_id
  returning * into v_call;
  return v_call;
end;
$$;
revoke execute on function private.settle_call from public;
grant execute on function private.settle_call to service_role;

create function private.is_missed(p_call_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(
    bool_or(role = 'caller' and status > 'completed')
    or (
      max(status) filter (where role = 'callee' and leg_sid is not null) > 'completed'
      and bool_and(status >= 'completed') filter (where role = 'callee' and leg_sid is not null)
    ), false)
  from public.call_participants where call_id = p_call_id;
$$;
comment on function private.is_missed is
  'Whether a call that looks unanswered is so for certain. A caller''s leg that merely completed may have been answered by a leg of which nothing has been heard yet.';
revoke execute on function private.is_missed from public;
grant execute on function private.is_missed to service_role;

create function public.record_call_event(
  p_provider_sid text,
  p_leg_sid text,
  p_event text,
  p_status public.call_status,
  p_idempotency_key text,
  p_sequence_number integer default null,
  p_profile_id uuid default null,
  p_occurred_at timestamptz default null,
  p_duration_seconds integer default null,
  p_error_code integer default null,
  p_source public.call_event_source default 'webhook',
  p_payload jsonb default '{}'
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_call public.calls;
  v_before public.call_status;
  v_missed_before boolean;
  v_event_id bigint;
  v_at timestamptz := coalesce(p_occurred_at, now());
  v_over boolean := p_status >= 'completed';
begin
  -- The row lock makes concurrent callbacks of one call take turns.
  select * into v_call from public.calls where provider_sid = p_provider_sid for update;
  if v_call.id is null then
    -- begin_call may be opening the row at this moment.
    perform pg_advisory_xact_lock(hashtextextended(p_provider_sid, 0));
    select * into v_call from public.calls where provider_sid = p_provider_sid for update;
  end if;
  v_before := v_call.status;
  v_missed_before := v_before > 'completed' and private.is_missed(v_call.id);

  insert into public.call_events (
    call_id, provider_sid, leg_sid, event, status, sequence_number, source, idempotency_key, occurred_at, payload
  ) values (
    v_call.id, p_provider_sid, p_leg_sid, p_event, p_status, p_sequence_number, p_source, p_idempotency_key, v_at, p_payload
  )
  on conflict (idempotency_key) do nothing
  returning id into v_event_id;

  if v_event_id is null then
    return jsonb_build_object('outcome', 'duplicate', 'call_id', v_call.id, 'status', v_call.status, 'ended', false, 'missed', false);
  end if;
  if v_call.id is null then
    return jsonb_build_object('outcome', 'unknown-call', 'call_id', null, 'status', null, 'ended', false, 'missed', false);
  end if;

  -- The callee's row was made when the call was authorised; its first event names the leg.
  update public.call_participants set leg_sid = p_leg_sid
  where id = (
    select id from public.call_participants
    where call_id = v_call.id and role = 'callee' and leg_sid is null
      and (p_profile_id is null or profile_id = p_profile_id)
    limit 1
  ) and p_leg_sid <> p_provider_sid
    and not exists (select from public.call_participants where leg_sid = p_leg_sid);

  insert into public.call_participants as leg (call_id, leg_sid, profile_id, role, status, joined_at, left_at, duration_seconds)
  values (
    v_call.id, p_leg_sid, p_profile_id,
    case when p_leg_sid = p_provider_sid then 'caller' else 'callee' end::public.call_role,
    p_status, case when p_status = 'in-progress' then v_at end, case when v_over then v_at end,
    case when p_status = 'completed' then p_duration_seconds end
  )
  on conflict (leg_sid) do update set
    profile_id = coalesce(leg.profile_id, excluded.profile_id),
    status = greatest(leg.status, excluded.status),
    joined_at = least(leg.joined_at, excluded.joined_at),
    left_at = least(leg.left_at, excluded.left_at),
    duration_seconds = greatest(leg.duration_seconds, excluded.duration_seconds);

  if p_error_code is not null then
    update public.calls set error_code = least(error_code, p_error_code) where id = v_call.id;
  end if;

  v_call := private.settle_call(v_call.id);
  return jsonb_build_object(
    'outcome', 'recorded',
    'call_id', v_call.id,
    'status', v_call.status,
    'ended', v_before < 'completed' and v_call.status >= 'completed',
    'missed', not v_missed_before and v_call.status > 'completed' and private.is_missed(v_call.id)
  );
end;
$$;
comment on function public.record_call_event is
  'One provider event: one row in call_events, one transition in calls, one round trip. A repeat changes nothing.';
revoke execute on function public.record_call_event from public, anon, authenticated;
grant execute on function public.record_call_event to service_role;

create function public.begin_call(
  p_provider_sid text,
  p_kind public.call_kind,
  p_caller_id uuid,
  p_callee_id uuid,
  p_match_id uuid default null
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_match_id uuid;
  v_call_id uuid;
  v_outcome text := 'dial';
begin
  -- Events of this very call wait until its row is there.
  perform pg_advisory_xact_lock(hashtextextended(p_provider_sid, 0));
  -- Two calls that share a person take turns here, so that the second sees the first and is busy.
  -- So does a block of one by the other.
  perform from public.profiles where id in (p_caller_id, p_callee_id) order by id for no key update;

  select m.id into v_match_id
  from public.matches m
  join public.match_members caller on caller.match_id = m.id and caller.profile_id = p_caller_id
  join public.match_members callee on callee.match_id = m.id and callee.profile_id = p_callee_id
  where case when p_match_id is null then m.kind = 'pair' else m.id = p_match_id end
    and m.ended_at is null and caller.left_at is null and callee.left_at is null
  order by m.created_at desc limit 1
  for share of m;
  if v_match_id is null or not private.can_reach(p_caller_id, p_callee_id) then
    return jsonb_build_object('outcome', 'refused');
  end if;

  insert into public.calls (provider_sid, kind, match_id, caller_id)
  values (p_provider_sid, p_kind, v_match_id, p_caller_id)
  on conflict (provider_sid) do nothing
  returning id into v_call_id;

  if v_call_id is null then
    -- The provider asked twice about one call: answer as before.
    select c.id, case when c.end_reason = 'busy' then 'busy' else 'dial' end into v_call_id, v_outcome
    from public.calls c
    where c.provider_sid = p_provider_sid and c.caller_id = p_caller_id and c.match_id = v_match_id
      and exists (select from public.call_participants where call_id = c.id and profile_id = p_callee_id);
    if v_call_id is null then
      return jsonb_build_object('outcome', 'refused');
    end if;
  else
    -- The age limits keep a row whose callbacks were lost from making a person busy for ever:
    -- nothing rings for 2 minutes, and Twilio ends every dialled call after 4 hours.
    if exists (
      select from public.call_participants p
      join public.calls c on c.id = p.call_id
      where p.profile_id = p_callee_id and p.status < 'completed' and c.id <> v_call_id and c.status < 'completed'
        and c.started_at > now() - case when c.status = 'in-progress' then interval '4 hours' else interval '2 minutes' end
    ) then
      v_outcome := 'busy';
    end if;

    insert into public.call_participants (call_id, leg_sid, profile_id, role, status) values
      (v_call_id, p_provider_sid, p_caller_id, 'caller', 'initiated'),
      (v_call_id, null, p_callee_id, 'callee', 'queued');
    if v_outcome = 'busy' then
      update public.call_participants set status = 'busy', left_at = now() where call_id = v_call_id;
      update public.calls set status = 'busy', end_reason = 'busy', ended_at = now(), duration_seconds = 0
      where id = v_call_id;
    end if;

    -- A caller who hangs up while the provider still asks for instructions is reported before there
    -- is a row.
    update public.call_events set call_id = v_call_id where provider_sid = p_provider_sid and call_id is null;
    if found then
      update public.call_participants leg set status = greatest(leg.status, heard.status), left_at = heard.left_at
      from (
        select max(status) as status, min(occurred_at) filter (where status >= 'completed') as left_at
        from public.call_events where call_id = v_call_id and leg_sid = p_provider_sid
      ) heard
      where leg.leg_sid = p_provider_sid and leg.status < 'completed' and heard.status is not null;
      perform private.settle_call(v_call_id);
    end if;
  end if;

  return jsonb_build_object(
    'outcome', v_outcome,
    'call_id', v_call_id,
    'match_id', v_match_id,
    'caller_name', (select display_name from public.profiles where id = p_caller_id)
  );
end;
$$;
comment on function public.begin_call is
  'Authorises a call, in the pair match of the two unless a match is named, and opens its row. The outcome is dial, busy (the callee is in another call; recorded so) or refused (nothing recorded).';
revoke execute on function public.begin_call from public, anon, authenticated;
grant execute on function public.begin_call to service_role;
