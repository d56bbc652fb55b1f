-- Voice calls: who may call whom, and who is in another call.

create function private.is_busy(p_profile_id uuid, p_but_for_call_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.call_participants p
    join public.calls c on c.id = p.call_id
    where p.profile_id = p_profile_id and p.status < 'completed'
      and c.id <> p_but_for_call_id and c.status < 'completed'
      -- The age limits keep a row whose callbacks were lost from making a person busy for ever: a
      -- room rings for 40 seconds, a telephone call, which tries one thing after another, for 5
      -- minutes at most, nothing else for 2, and Twilio ends all after 4 hours.
      and case
        when c.kind = 'phone' and c.status < 'in-progress' then c.started_at > now() - interval '5 minutes'
        when c.provider_sid not like 'RM%'
          then c.started_at > now() - case c.status when 'in-progress' then interval '4 hours' else interval '2 minutes' end
        when p.status = 'in-progress' then coalesce(p.joined_at, c.started_at) > now() - interval '4 hours'
        else c.started_at > now() - interval '45 seconds'
      end
  );
$$;
comment on function private.is_busy is
  'Whether a person is in another call, or being rung by one. Who lets the room of a group ring on without joining is free again.';
revoke execute on function private.is_busy from public;
grant execute on function private.is_busy to service_role;

create function private.adopt_early_events(p_call_id uuid, p_provider_sid text) returns void
language plpgsql set search_path = '' as $$
declare
  v_call public.calls;
  v_early public.call_events;
begin
  select * into v_call from public.calls where id = p_call_id;
  for v_early in
    update public.call_events set call_id = p_call_id
    where provider_sid = p_provider_sid and call_id is null
    returning *
  loop
    if v_call.kind = 'phone' then
      perform private.hear_of_phone_leg(
        v_call, v_early.leg_sid, v_early.event, null, null, v_early.status, v_early.occurred_at, null);
    else
      perform private.hear_of_leg(v_call, v_early.leg_sid, null, v_early.status, v_early.occurred_at, null);
    end if;
  end loop;
  if found and v_call.kind = 'phone' then
    perform private.settle_phone_call(p_call_id);
  elsif found then
    perform private.settle_call(p_call_id);
  end if;
end;
$$;
comment on function private.adopt_early_events is
  'What the provider told of a call before there was a row, such as that the caller has hung up already.';
revoke execute on function private.adopt_early_events from public;
grant execute on function private.adopt_early_events to service_role;

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
  v_refusal jsonb;
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
  v_refusal := private.refuse_call(p_provider_sid, p_caller_id, p_callee_id, p_kind, true);
  if v_refusal is not null then
    return v_refusal;
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
    if private.is_busy(p_callee_id, v_call_id) then
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

    perform private.adopt_early_events(v_call_id, p_provider_sid);
  end if;

  return jsonb_build_object(
    'outcome', v_outcome,
    'call_id', v_call_id,
    'match_id', v_match_id,
    'caller_name', (select display_name from public.profiles where id = p_caller_id),
    'reach', private.reach_plan(v_call_id, p_caller_id, p_callee_id)
  );
end;
$$;
comment on function public.begin_call is
  'Authorises a call, in the pair match of the two unless a match is named, and opens its row. The outcome is dial, busy (the callee is in another call; recorded so) not_allowed, needs_consent (private.call_refusal) or refused; nothing of these three is recorded.';
revoke execute on function public.begin_call from public, anon, authenticated;
grant execute on function public.begin_call to service_role;
