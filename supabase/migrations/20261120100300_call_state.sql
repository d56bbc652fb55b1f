-- From provider events to call state.
--
-- A leg is a join of everything heard about it: its status is the greatest one
-- heard, its times the earliest. A call is a function of its legs. Joins do not
-- care about order or repetition, so neither does the state: any shuffle of the
-- same callbacks, with any of them doubled, ends in the same row.

create function private.merge_leg(
  p_call_id uuid,
  p_leg_sid text,
  p_profile_id uuid,
  p_role public.call_role,
  p_status public.call_status,
  p_joined_at timestamptz,
  p_left_at timestamptz,
  p_duration_seconds integer
) returns void
language sql set search_path = '' as $$
  insert into public.call_participants as leg (
    call_id, leg_sid, profile_id, role, status, joined_at, left_at, duration_seconds
  ) values (
    p_call_id, p_leg_sid, p_profile_id, p_role, p_status, p_joined_at, p_left_at, p_duration_seconds
  )
  on conflict (leg_sid) do update set
    profile_id = coalesce(leg.profile_id, excluded.profile_id),
    status = greatest(leg.status, excluded.status),
    joined_at = least(leg.joined_at, excluded.joined_at),
    left_at = least(leg.left_at, excluded.left_at),
    duration_seconds = greatest(leg.duration_seconds, excluded.duration_seconds);
$$;
comment on function private.merge_leg is 'The join: what an event says of a leg, merged into what is known of it.';

create function private.hear_of_leg(
  p_call public.calls,
  p_leg_sid text,
  p_profile_id uuid,
  p_status public.call_status,
  p_at timestamptz,
  p_duration_seconds integer
) returns void
language plpgsql set search_path = '' as $$
begin
  -- The callee's row was made when the call was authorised; its first event names the leg.
  update public.call_participants set leg_sid = p_leg_sid
  where id = (
    select id from public.call_participants
    where call_id = p_call.id and role = 'callee' and leg_sid is null
      and (p_profile_id is null or profile_id = p_profile_id)
    limit 1
  ) and p_leg_sid <> p_call.provider_sid
    and not exists (select from public.call_participants where leg_sid = p_leg_sid);

  perform private.merge_leg(
    p_call.id, p_leg_sid, p_profile_id,
    (case when p_leg_sid = p_call.provider_sid then 'caller' else 'callee' end)::public.call_role,
    p_status,
    case when p_status = 'in-progress' then p_at end,
    case when p_status >= 'completed' then p_at end,
    case when p_status = 'completed' then p_duration_seconds end);
end;
$$;
revoke execute on function private.merge_leg, private.hear_of_leg from public;
grant execute on function private.merge_leg, private.hear_of_leg to service_role;

create function private.end_reason_of(p_status public.call_status, p_said public.call_end_reason)
returns public.call_end_reason
language sql immutable set search_path = '' as $$
  select case
    -- Reasons that the server gave before it hung up outrank what the legs say.
    when p_said in ('blocked', 'busy') then p_said
    else (case p_status
      when 'completed' then 'hangup'
      when 'busy' then 'declined'
      else p_status::text
    end)::public.call_end_reason
  end;
$$;
comment on function private.end_reason_of is
  'Why a call between two is over: what its legs add up to, unless the server has said why.';
revoke execute on function private.end_reason_of from public;

create function private.settle_call(p_call_id uuid) returns public.calls
language plpgsql security definer set search_path = '' as $$
declare
  v_legs record;
  v_over boolean;
  v_goes_on boolean := private.goes_on(p_call_id);
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

  -- A dial that nobody took ends the call, unless something else is tried after it.
  v_over := coalesce(v_legs.caller_over, false)
    or coalesce(v_legs.callee_over, false) and (v_legs.answered_at is not null or not v_goes_on);
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
    end_reason = case when v_over then private.end_reason_of(v_status, c.end_reason) else c.end_reason end
  where c.id = p_call_id
  returning * into v_call;
  return v_call;
end;
$$;
revoke execute on function private.settle_call from public;
grant execute on function private.settle_call to service_role;

create function private.is_whole(p_call_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.call_events last
    where last.call_id = p_call_id and last.event = 'room-ended'
      and (last.source = 'reconcile' or last.sequence_number is null or last.sequence_number = (
        select count(distinct earlier.sequence_number) from public.call_events earlier
        where earlier.call_id = p_call_id and earlier.sequence_number < last.sequence_number
      ))
  );
$$;
comment on function private.is_whole is
  'Whether nothing is missing of what the provider has said of a room that is over: it numbers the events from 0.';
revoke execute on function private.is_whole from public;
grant execute on function private.is_whole to service_role;

create function private.is_phone_call_missed(p_call public.calls) returns boolean
language sql stable security definer set search_path = '' as $$
  select p_call.status > 'completed'
    -- The server has said that nothing more is tried, or the caller that they are gone.
    and (
      exists (select from public.call_events where call_id = p_call.id and event = 'hung-up')
      or exists (
        select from public.call_participants
        where call_id = p_call.id and role = 'caller' and status > 'completed'
      )
    )
    and coalesce((
      select bool_and(status >= 'completed') and max(status) > 'completed'
      from public.call_participants
      where call_id = p_call.id and role = 'callee' and leg_sid is not null
    ), false);
$$;
comment on function private.is_phone_call_missed is
  'Whether it is certain that nobody took a telephone call, and something rang for the callee.';
revoke execute on function private.is_phone_call_missed from public;
grant execute on function private.is_phone_call_missed to service_role;

create function private.is_missed(p_call public.calls) returns boolean
language sql stable security definer set search_path = '' as $$
  select p_call.status > 'completed' and case
    when p_call.provider_sid like 'RM%' then p_call.end_reason <> 'busy' and private.is_whole(p_call.id)
    when p_call.kind = 'phone' then private.is_phone_call_missed(p_call)
    else (
      select coalesce(
        bool_or(role = 'caller' and status > 'completed')
        or (
          max(status) filter (where role = 'callee' and leg_sid is not null) > 'completed'
          and bool_and(status >= 'completed') filter (where role = 'callee' and leg_sid is not null)
        ), false)
      from public.call_participants where call_id = p_call.id
    )
  end;
$$;
comment on function private.is_missed is
  'Whether a call that looks unanswered is so for certain. A caller''s leg that merely completed, or a room that is over, may have been answered by a leg of which nothing has been heard yet.';
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
  p_payload jsonb default '{}',
  p_channel public.leg_channel default null
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_call public.calls;
  v_before public.call_status;
  v_missed_before boolean;
  v_event_id bigint;
  v_at timestamptz := coalesce(p_occurred_at, now());
  v_outcome text := 'recorded';
begin
  -- The row lock makes concurrent callbacks of one call take turns.
  select * into v_call from public.calls where provider_sid = p_provider_sid for update;
  if v_call.id is null then
    -- begin_call or begin_room_call may be opening the row at this moment.
    perform pg_advisory_xact_lock(hashtextextended(p_provider_sid, 0));
    select * into v_call from public.calls where provider_sid = p_provider_sid for update;
  end if;
  v_before := v_call.status;
  v_missed_before := private.is_missed(v_call);

  insert into public.call_events (
    call_id, provider_sid, leg_sid, event, status, sequence_number, source, idempotency_key, occurred_at, payload
  ) values (
    v_call.id, p_provider_sid, p_leg_sid, p_event, p_status, p_sequence_number, p_source, p_idempotency_key, v_at, p_payload
  )
  on conflict (idempotency_key) do nothing
  returning id into v_event_id;

  if v_event_id is null then
    v_outcome := 'duplicate';
  elsif v_call.id is null then
    v_outcome := 'unknown-call';
  else
    if p_error_code is not null then
      update public.calls set error_code = least(error_code, p_error_code) where id = v_call.id;
    end if;
    if p_provider_sid like 'RM%' then
      perform private.hear_of_room(v_call, p_leg_sid, p_profile_id, p_status, v_at, p_duration_seconds);
      v_call := private.settle_room(v_call.id);
    elsif v_call.kind = 'phone' then
      perform private.hear_of_phone_leg(
        v_call, p_leg_sid, p_event, p_profile_id, p_channel, p_status, v_at, p_duration_seconds);
      v_call := private.settle_phone_call(v_call.id);
    else
      perform private.hear_of_leg(v_call, p_leg_sid, p_profile_id, p_status, v_at, p_duration_seconds);
      v_call := private.settle_call(v_call.id);
    end if;
  end if;

  return jsonb_build_object(
    'outcome', v_outcome,
    'call_id', v_call.id,
    'kind', v_call.kind,
    'status', v_call.status,
    'end_reason', v_call.end_reason,
    'ended', coalesce(v_before < 'completed' and v_call.status >= 'completed', false),
    'missed', coalesce(not v_missed_before and private.is_missed(v_call), false),
    'settled', v_outcome = 'recorded' and private.is_alerted(v_call.id) and (
      v_before < 'in-progress' and v_call.status >= 'in-progress' or p_event = 'room-ended'),
    -- Asked of repeats too: the first time, the removal may have failed.
    'remove', case when p_provider_sid like 'RM%' and p_status = 'in-progress'
      then private.must_leave(v_call, p_leg_sid) end,
    'recording', v_call.recording
  );
end;
$$;
comment on function public.record_call_event is
  'One provider event: one row in call_events, one transition in calls, one round trip. A repeat changes nothing. `settled`: those who were pushed about it are to hear that it rings no more. Of a room, `remove` is participant or room when who is reported to be there must not be, or the room should be over.';
revoke execute on function public.record_call_event from public, anon, authenticated;
grant execute on function public.record_call_event to service_role;
