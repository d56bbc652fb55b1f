-- From provider events to the state of a call that is a room.
--
-- The same join as in a voice call, over other legs: everybody who is rung has a row without a leg,
-- which the first leg of theirs takes; who comes back after a reload gets a further one. The room
-- is over once it is closed, by the server or the provider, whichever is known to be earlier.

create function private.may_join_room(p_match_id uuid, p_profile_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.matches m
    join public.match_members me on me.match_id = m.id and me.profile_id = p_profile_id
    join public.match_members other on other.match_id = m.id
    where m.id = p_match_id and m.ended_at is null and me.left_at is null and other.left_at is null
      and private.can_reach(me.profile_id, other.profile_id)
  );
$$;
comment on function private.may_join_room is
  'Whether a person may call, or be in a call, in a match: an active member who can reach another.';

create function private.is_ended(p_call_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.call_events where call_id = p_call_id and event = 'room-ended');
$$;
comment on function private.is_ended is 'Whether the provider has said that a room is over. A closed one that it has not is to be completed.';

create function private.has_gone(p_call_id uuid, p_leg_sid text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.call_events
    where call_id = p_call_id and leg_sid = p_leg_sid and status >= 'completed'
  );
$$;
comment on function private.has_gone is
  'Whether the provider has said that a participant is gone. One that we took out it may still have.';

create function private.must_leave(p_call public.calls, p_leg_sid text) returns text
language sql stable security definer set search_path = '' as $$
  select case
    when private.is_ended(p_call.id) then null
    when p_call.closed_at is not null then 'room'
    when exists (
      select from public.call_participants leg
      where leg.leg_sid = p_leg_sid and not private.has_gone(p_call.id, p_leg_sid)
        and not private.may_join_room(p_call.match_id, leg.profile_id)
    ) then 'participant'
  end;
$$;
comment on function private.must_leave is
  'What is to be ended now that somebody is heard to be in a room: the room, which should be over; the participant, who may not be there; or nothing.';

create function private.hear_of_room(
  p_call public.calls,
  p_leg_sid text,
  p_profile_id uuid,
  p_status public.call_status,
  p_at timestamptz,
  p_duration_seconds integer
) returns void
language plpgsql set search_path = '' as $$
declare
  v_over boolean := p_status >= 'completed';
begin
  if p_leg_sid = p_call.provider_sid then
    if v_over then
      update public.calls set closed_at = least(closed_at, p_at) where id = p_call.id;
    end if;
    return;
  end if;
  -- Our tokens name a person; somebody else, or one whose profile is gone, is no leg of this call.
  if not exists (select from public.profiles where id = p_profile_id) then
    return;
  end if;

  -- What became of the ring is taken back if it did not come from the person: they have joined.
  update public.call_participants set leg_sid = p_leg_sid, status = 'in-progress', left_at = null
  where id = (
    select id from public.call_participants
    where call_id = p_call.id and leg_sid is null and profile_id = p_profile_id and status <> 'busy'
    limit 1
  ) and not exists (select from public.call_participants where leg_sid = p_leg_sid);

  perform private.merge_leg(
    p_call.id, p_leg_sid, p_profile_id,
    (case when p_profile_id = p_call.caller_id then 'caller' else 'callee' end)::public.call_role,
    p_status,
    -- A lost "connected" shows in the time in the room of the "disconnected" that follows.
    case when v_over then p_at - make_interval(secs => coalesce(p_duration_seconds, 0)) else p_at end,
    case when v_over then p_at end,
    case when v_over then p_duration_seconds end);
end;
$$;

create function private.room_participants(p_call_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_agg(
    jsonb_build_object('profile_id', profile_id, 'role', role, 'status', status, 'joined_at', joined_at)
    order by role, joined_at, profile_id)
  from (
    select
      profile_id, role, min(joined_at) as joined_at,
      -- Who has come back is there; who declined and then came has been there.
      coalesce(max(status) filter (where status < 'completed'), min(status)) as status
    from public.call_participants where call_id = p_call_id and profile_id is not null
    group by profile_id, role
  ) as people;
$$;

create function private.settle_room(p_call_id uuid) returns public.calls
language plpgsql security definer set search_path = '' as $$
declare
  v_call public.calls;
  v_rang_out boolean;
  v_declined boolean;
  v_answered_at timestamptz;
  v_ended_at timestamptz;
  v_status public.call_status;
begin
  select * into v_call from public.calls where id = p_call_id;
  -- The caller's browser counts the 40 seconds, by a clock of its own.
  v_rang_out := v_call.closed_at >= v_call.started_at + interval '39 seconds';

  update public.call_participants set
    left_at = least(left_at, v_call.closed_at),
    status = case
      when leg_sid is not null then 'completed'
      when role = 'callee' and v_rang_out then 'no-answer'
      else 'canceled'
    end::public.call_status
  where call_id = p_call_id and v_call.closed_at is not null and (leg_sid is not null or status <> 'busy');

  -- A call is answered when a second person is there.
  select joined_at into v_answered_at from (
    select min(joined_at) as joined_at from public.call_participants
    where call_id = p_call_id and leg_sid is not null
      and (v_call.closed_at is null or joined_at <= v_call.closed_at)
    group by coalesce(profile_id, id)
  ) as people
  order by joined_at offset 1 limit 1;

  select
    bool_and(status = 'busy' and leg_sid is null) filter (where role = 'callee'),
    max(left_at) filter (where leg_sid is not null)
  into v_declined, v_ended_at
  from public.call_participants where call_id = p_call_id;
  v_ended_at := case
    when v_call.closed_at is null then null
    when v_answered_at is null then v_call.closed_at
    else greatest(v_ended_at, v_answered_at)
  end;

  v_status := case
    when v_call.closed_at is null and v_answered_at is not null then 'in-progress'
    when v_call.closed_at is null then 'ringing'
    when v_answered_at is not null then 'completed'
    when v_declined then 'busy'
    when v_rang_out then 'no-answer'
    else 'canceled'
  end;

  update public.calls c set
    status = v_status,
    answered_at = v_answered_at,
    ended_at = v_ended_at,
    duration_seconds = case
      when v_ended_at is null then null
      else coalesce(round(extract(epoch from v_ended_at - v_answered_at))::integer, 0)
    end,
    end_reason = case
      when v_ended_at is null then c.end_reason
      -- Reasons that the server gave outrank what the legs say.
      when c.end_reason in ('blocked', 'busy') then c.end_reason
      else (case v_status
        when 'completed' then 'hangup'
        when 'busy' then 'declined'
        else v_status::text
      end)::public.call_end_reason
    end,
    participants = private.room_participants(p_call_id)
  where c.id = p_call_id
  returning * into v_call;
  return v_call;
end;
$$;
comment on function private.settle_room is 'Makes the row of a room what its legs and its closing add up to.';

revoke execute on function private.may_join_room, private.is_ended, private.has_gone, private.must_leave,
  private.hear_of_room, private.room_participants, private.settle_room from public;
grant execute on function private.may_join_room, private.is_ended, private.has_gone, private.must_leave,
  private.hear_of_room, private.settle_room to service_role;
