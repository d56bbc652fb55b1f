-- Ways out of a room. Each marks the row and says what is then to be ended at the provider: the
-- room, or the person's participant. The provider's own events, whenever they come, change no more.

create function private.close_room(p_call_id uuid, p_reason public.call_end_reason) returns void
language sql set search_path = '' as $$
  -- Our clock may be behind the provider's: who is known to have come has come before the end.
  update public.calls set
    closed_at = least(closed_at, greatest(now(), (
      select max(joined_at) from public.call_participants where call_id = p_call_id
    ))),
    end_reason = coalesce(end_reason, p_reason)
  where id = p_call_id;
  select private.settle_room(p_call_id);
$$;

create function private.is_deserted(p_call_id uuid) returns boolean
language sql stable set search_path = '' as $$
  select not bool_or(status in ('initiated', 'in-progress'))
    or not bool_or(role = 'callee' and (status = 'ringing' or leg_sid is not null))
  from public.call_participants where call_id = p_call_id;
$$;
comment on function private.is_deserted is
  'Whether nobody is in a room any more, or only the caller, who waits for nobody.';

create function private.leave_room(p_call public.calls, p_profile_id uuid, p_reason public.call_end_reason default null)
returns text
language plpgsql set search_path = '' as $$
begin
  update public.call_participants set
    status = (case when leg_sid is null then 'canceled' else 'completed' end)::public.call_status,
    left_at = least(left_at, greatest(now(), joined_at))
  where call_id = p_call.id and profile_id = p_profile_id and status < 'completed';

  if private.is_deserted(p_call.id)
    or exists (select from public.matches where id = p_call.match_id and kind = 'pair')
  then
    perform private.close_room(p_call.id, p_reason);
    return 'room';
  end if;
  perform private.settle_room(p_call.id);
  return 'participant';
end;
$$;

create function private.decline_room(p_call public.calls, p_profile_id uuid) returns text
language plpgsql set search_path = '' as $$
begin
  update public.call_participants set status = 'busy', left_at = now()
  where call_id = p_call.id and profile_id = p_profile_id and leg_sid is null and status = 'ringing';
  if private.is_deserted(p_call.id)
    or exists (select from public.matches where id = p_call.match_id and kind = 'pair')
  then
    perform private.close_room(p_call.id, null);
    return 'room';
  end if;
  perform private.settle_room(p_call.id);
  return null;
end;
$$;
revoke execute on function private.close_room, private.is_deserted, private.leave_room, private.decline_room
  from public;
grant execute on function private.close_room, private.is_deserted, private.leave_room, private.decline_room
  to service_role;

create function public.leave_room_call(p_provider_sid text, p_profile_id uuid, p_decline boolean default false)
returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_call public.calls;
  v_role public.call_role;
  v_is_in boolean;
  v_rings boolean;
  v_outcome text;
  v_end text;
begin
  select * into v_call from public.calls
  where provider_sid = p_provider_sid and provider_sid like 'RM%' for update;
  select
    max(role),
    bool_or(status = 'in-progress'),
    bool_or(status = 'ringing')
  into v_role, v_is_in, v_rings
  from public.call_participants where call_id = v_call.id and profile_id = p_profile_id;

  if v_role is null then
    v_outcome := 'unknown';
  elsif v_call.closed_at is not null then
    v_outcome := 'over';
    v_end := case when not private.is_ended(v_call.id) then 'room' end;
  elsif v_rings and not v_is_in then
    v_outcome := 'declined';
    v_end := private.decline_room(v_call, p_profile_id);
  elsif p_decline then
    v_outcome := case when v_is_in or v_role = 'caller' then 'joined' else 'declined' end;
  else
    v_outcome := 'left';
    v_end := private.leave_room(v_call, p_profile_id);
  end if;
  return jsonb_build_object('outcome', v_outcome, 'end', v_end);
end;
$$;
comment on function public.leave_room_call is
  'A person leaves a room or, not having joined it, declines; p_decline never takes out who has joined. The outcome is left, declined, joined (nothing done), over or unknown (not theirs); `end` is what is then to be ended at the provider: room, participant or nothing.';

create function public.expel_from_rooms(
  p_profile_id uuid,
  p_match_id uuid default null,
  p_reason public.call_end_reason default null
) returns table (provider_sid text, ends text)
language plpgsql set search_path = '' as $$
declare
  v_call public.calls;
begin
  for v_call in
    select c.* from public.calls c
    where c.provider_sid like 'RM%' and not private.is_ended(c.id)
      and c.match_id = coalesce(p_match_id, c.match_id)
      and exists (
        select from public.call_participants p
        where p.call_id = c.id and p.profile_id = p_profile_id
          and (
            p.status < 'completed' or c.closed_at is not null
            or (p.leg_sid is not null and not private.has_gone(c.id, p.leg_sid))
          )
      )
      and not private.may_join_room(c.match_id, p_profile_id)
    order by c.id
    for update of c
  loop
    provider_sid := v_call.provider_sid;
    ends := case when v_call.closed_at is null
      then private.leave_room(v_call, p_profile_id, p_reason) else 'room' end;
    return next;
  end loop;
end;
$$;
comment on function public.expel_from_rooms is
  'Takes a person out of the rooms, of one match or all, where they may no longer be, and says what is to be ended at the provider: room or participant. A repeat says so again until the provider has told of the end, since it may have failed.';

create function public.close_rooms(p_match_id uuid, p_reason public.call_end_reason default null)
returns setof text
language plpgsql set search_path = '' as $$
declare
  v_call public.calls;
begin
  for v_call in
    select * from public.calls
    where match_id = p_match_id and provider_sid like 'RM%' and not private.is_ended(id)
    order by id for update
  loop
    if v_call.closed_at is null then
      perform private.close_room(v_call.id, p_reason);
    end if;
    return next v_call.provider_sid;
  end loop;
end;
$$;
comment on function public.close_rooms is 'Closes the rooms of a match; gives the SIDs of all that the provider has not said to be over, to be completed there.';

revoke execute on function public.leave_room_call, public.expel_from_rooms, public.close_rooms
  from public, anon, authenticated;
grant execute on function public.leave_room_call, public.expel_from_rooms, public.close_rooms to service_role;
