-- Voice calls: who may call whom, and who is in another call.

create function private.is_busy(p_profile_id uuid, p_but_for_call_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.call_participants p
    join public.calls c on c.id = p.call_id
    where p.profile_id = p_profile_id and p.status < 'completed'
      and c.id <> p_but_for_call_id and c.status < 'completed'
      -- The age limits keep a row whose callbacks were lost from making a person busy for ever: a
      -- room rings for 40 seconds, nothing else for 2 minutes, and Twilio ends all after 4 hours.
      and case
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
