-- Calls that are rooms: who may open or join one, and who is rung.

create function public.find_room(p_match_id uuid, p_profile_id uuid, p_kind public.call_kind default 'video')
returns jsonb
language sql stable set search_path = '' as $$
  select case
    when not private.may_join_room(p_match_id, p_profile_id) then jsonb_build_object('outcome', 'refused')
    else coalesce(
      (
        select jsonb_build_object(
          'outcome', 'live', 'sid', c.provider_sid, 'call_id', c.id, 'kind', c.kind,
          -- Nobody known to be there, or nothing heard for a while: the provider may have ended it,
          -- and the news be late or lost.
          'doubtful', not exists (
            select from public.call_participants
            where call_id = c.id and status = 'in-progress' and joined_at > now() - interval '4 hours'
          ) or not exists (
            select from public.call_events
            where call_id = c.id and received_at > now() - interval '1 minute'
          )
        )
        from public.calls c
        where c.match_id = p_match_id and c.provider_sid like 'RM%' and c.status < 'completed'
        order by c.started_at desc limit 1
      ),
      private.room_refusal(p_match_id, p_profile_id, p_kind),
      (select jsonb_build_object('outcome', 'none', 'match_kind', m.kind) from public.matches m where m.id = p_match_id)
    )
  end;
$$;
comment on function public.find_room is
  'Whether a person may be in a room of a match, and the live one: the outcome is refused, live, none or, where there is none, not_allowed or needs_consent: they may not begin a call of this kind.';
revoke execute on function public.find_room from public, anon, authenticated;
grant execute on function public.find_room to service_role;

create function public.begin_room_call(
  p_provider_sid text,
  p_kind public.call_kind,
  p_caller_id uuid,
  p_match_id uuid
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_call public.calls;
  v_stale uuid;
  v_outcome text;
begin
  -- Events of this very room wait until its row is there.
  perform pg_advisory_xact_lock(hashtextextended(p_provider_sid, 0));
  -- Calls that share a person take turns here, and so do blocks, as in begin_call.
  perform from public.profiles
  where id in (select profile_id from public.match_members where match_id = p_match_id and left_at is null)
  order by id for no key update;

  select * into v_call from public.calls where provider_sid = p_provider_sid for update;
  perform from public.matches where id = p_match_id for share;
  if not private.may_join_room(p_match_id, p_caller_id) or v_call.match_id <> p_match_id then
    return jsonb_build_object('outcome', 'refused');
  end if;

  if v_call.id is not null then
    v_outcome := case
      when v_call.end_reason = 'busy' and v_call.caller_id = p_caller_id then 'busy'
      when v_call.closed_at is not null then 'over'
      else 'joined'
    end;
  elsif private.room_refusal(p_match_id, p_caller_id, p_kind) is not null then
    return private.room_refusal(p_match_id, p_caller_id, p_kind);
  else
    -- The provider keeps one room of this name at a time: earlier ones are over, told or not.
    for v_stale in
      update public.calls set closed_at = now()
      where match_id = p_match_id and provider_sid like 'RM%' and status < 'completed'
      returning id
    loop
      perform private.settle_room(v_stale);
    end loop;

    insert into public.calls (provider_sid, kind, match_id, caller_id)
    values (p_provider_sid, p_kind, p_match_id, p_caller_id)
    returning * into v_call;
    insert into public.call_participants (call_id, profile_id, role, status)
    select
      v_call.id, member.profile_id,
      (case when member.profile_id = p_caller_id then 'caller' else 'callee' end)::public.call_role,
      (case
        when member.profile_id = p_caller_id then 'initiated'
        when private.is_busy(member.profile_id, v_call.id) then 'busy'
        else 'ringing'
      end)::public.call_status
    from public.match_members member
    where member.match_id = p_match_id and member.left_at is null
      and (member.profile_id = p_caller_id or private.can_reach(p_caller_id, member.profile_id));

    v_outcome := 'dial';
    if not exists (select from public.call_participants where call_id = v_call.id and status = 'ringing') then
      v_outcome := 'busy';
      update public.calls set closed_at = now(), end_reason = 'busy' where id = v_call.id;
    end if;

    -- The provider tells of the room as soon as it is made.
    update public.call_events set call_id = v_call.id where provider_sid = p_provider_sid and call_id is null;
    update public.calls set closed_at = least(closed_at, ended.at)
    from (
      select min(occurred_at) as at from public.call_events where call_id = v_call.id and event = 'room-ended'
    ) as ended
    where id = v_call.id and ended.at is not null;
    v_call := private.settle_room(v_call.id);
    if v_outcome = 'dial' and v_call.closed_at is not null then
      v_outcome := 'over';
    end if;
  end if;

  return jsonb_build_object(
    'outcome', v_outcome, 'call_id', v_call.id, 'kind', v_call.kind,
    'alert', v_outcome = 'dial' and private.needs_alert(v_call.id));
end;
$$;
comment on function public.begin_room_call is
  'Opens the row of a room and rings everybody else whom the caller can reach. The outcome is dial, busy (all are in other calls; recorded so, the room is to be completed), joined (somebody else has opened it), over (it is to be completed), not_allowed, needs_consent (private.call_refusal) or refused; nothing of these three is recorded.';
revoke execute on function public.begin_room_call from public, anon, authenticated;
grant execute on function public.begin_room_call to service_role;
