-- Reaching somebody whose app is closed: they are pushed, the caller waits for their app, then their
-- telephone rings, if they want that.

create table public.call_reach (
  call_id uuid primary key references public.calls (id) on delete cascade,
  alerted_at timestamptz,
  goes_on boolean not null default false,
  dialled_at timestamptz
);
comment on table public.call_reach is 'How a call is brought to people whose app is closed.';
comment on column public.call_reach.alerted_at is 'When browsers of those who are called were given to be pushed: they are to hear of the end, too.';
comment on column public.call_reach.goes_on is
  'Something is tried after a dial that nobody took: until somebody answers, the call is over when the caller''s leg is.';
comment on column public.call_reach.dialled_at is 'When the app was last dialled.';
alter table public.call_reach enable row level security;
revoke all on public.call_reach from anon, authenticated;
grant all on public.call_reach to service_role;
create policy "nobody but the server" on public.call_reach for select to authenticated using (false);

create function private.goes_on(p_call_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.call_reach where call_id = p_call_id and goes_on);
$$;

create function private.is_alerted(p_call_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.call_reach where call_id = p_call_id and alerted_at is not null);
$$;

create function private.needs_alert(p_call_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.call_participants p
    join public.push_subscriptions s on s.profile_id = p.profile_id
    where p.call_id = p_call_id and p.role = 'callee' and p.status < 'completed'
  );
$$;
comment on function private.needs_alert is 'Whether somebody who is called has a browser to be pushed.';

create function private.callee_of(p_call_id uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select profile_id from public.call_participants
  where call_id = p_call_id and role = 'callee' and profile_id is not null limit 1;
$$;

create function private.reach_plan(p_call_id uuid, p_caller_id uuid, p_callee_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'here', private.is_here(p_callee_id),
    'alert', private.needs_alert(p_call_id),
    'telephone', private.may_phone(p_caller_id, p_callee_id)
      and exists (select from public.private_profiles where id = p_callee_id and phone is not null)
      and not exists (
        select from public.calls c join public.match_members m on m.match_id = c.match_id
        where c.id = p_call_id and m.profile_id = p_callee_id and m.muted_until > now()),
    'quiet_from', w.quiet_from, 'quiet_to', w.quiet_to, 'time_zone', coalesce(w.time_zone, 'UTC')
  )
  from (select 1) as one
  left join public.notification_preferences w on w.profile_id = p_callee_id;
$$;
comment on function private.reach_plan is
  'How somebody who is called can be reached: their app is in view; they have browsers to be pushed; a telephone of theirs may ring, if it is not in their quiet hours, which the server observes.';

create function public.claim_call_alert(p_call_id uuid, p_stage text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_call public.calls;
  v_to uuid[];
  v_targets jsonb;
begin
  select * into v_call from public.calls where id = p_call_id;
  -- Each person once, by the leg that says most: who has answered on one has not missed the call.
  select array_agg(profile_id) into v_to from (
    select profile_id,
      bool_or(joined_at is not null or status in ('in-progress', 'completed')) as took,
      bool_or(status = 'busy') as was_busy,
      bool_or(status < 'completed') as rings
    from public.call_participants
    where call_id = p_call_id and role = 'callee' and profile_id is not null
    group by profile_id
  ) as callee
  where case p_stage
    when 'ringing' then rings and not took
    when 'missed' then not took and v_call.end_reason <> 'declined'
      -- In a group some may have declined, or have come when nobody was there any more.
      and (v_call.end_reason = 'busy' or not was_busy)
    else true
  end;
  v_targets := private.push_targets(
    case p_stage when 'missed' then 'missed_calls' else 'calls' end, v_to, v_call.caller_id, v_call.match_id);
  if p_stage = 'ringing' and v_targets <> '[]' then
    insert into public.call_reach as r (call_id, alerted_at) values (p_call_id, now())
    on conflict (call_id) do update set alerted_at = coalesce(r.alerted_at, now());
  end if;
  return (
    select jsonb_build_object(
      'match_id', v_call.match_id, 'match_kind', m.kind, 'title', m.title, 'kind', v_call.kind,
      'end_reason', v_call.end_reason, 'caller_name', caller.display_name, 'targets', v_targets)
    from (select 1) as one
    left join public.matches m on m.id = v_call.match_id
    left join public.profiles caller on caller.id = v_call.caller_id
  );
end;
$$;
comment on function public.claim_call_alert is
  'Whom to tell of a call, at a stage: ringing (whoever is rung), missed (whoever did not take it) or over (everybody who was called: answered on another device, or declined there).';

create function public.await_callee(p_provider_sid text, p_reach public.call_reach_way) returns void
language sql set search_path = '' as $$
  insert into public.call_reach as r (call_id, goes_on, dialled_at)
  select id, true, now() from public.calls where provider_sid = p_provider_sid
  on conflict (call_id) do update set goes_on = true, dialled_at = now();
  update public.calls set reach = p_reach where provider_sid = p_provider_sid and status < 'completed' and reach <> p_reach;
$$;
comment on function public.await_callee is
  'From now on this call goes on after dials that nobody takes; reach is what the caller is shown.';

create function public.next_reach_step(p_provider_sid text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_call public.calls;
  v_reach public.call_reach;
  v_callee_id uuid;
  v_ready_at timestamptz;
  v_plan jsonb;
  v_step text;
begin
  select * into v_call from public.calls where provider_sid = p_provider_sid for update;
  select * into v_reach from public.call_reach where call_id = v_call.id;
  v_callee_id := private.callee_of(v_call.id);
  v_plan := private.reach_plan(v_call.id, v_call.caller_id, v_callee_id);
  select ready_at into v_ready_at from public.app_presence where profile_id = v_callee_id;
  v_step := case
    when v_call.id is null or v_call.kind <> 'voice' or v_call.status >= 'completed' or v_call.answered_at is not null
      or v_call.end_reason = 'blocked' or v_callee_id is null
      or not private.can_reach(v_call.caller_id, v_callee_id)
      or private.call_refusal(v_call.caller_id, v_callee_id, v_call.kind) is not null then 'over'
    when v_ready_at > v_reach.dialled_at then 'dial'
    when v_call.reach = 'notified' and now() < v_call.started_at + interval '30 seconds' then 'wait'
    -- Who came and let it ring has heard it.
    when coalesce(v_ready_at, '-infinity') <= v_call.started_at
      and (v_plan ->> 'telephone')::boolean then 'telephone'
    else 'missed'
  end;
  if v_step = 'dial' then
    update public.call_reach set dialled_at = now() where call_id = v_call.id;
  end if;
  return jsonb_build_object(
    'step', v_step, 'caller_id', v_call.caller_id, 'callee_id', v_callee_id, 'match_id', v_call.match_id,
    'caller_name', (select display_name from public.profiles where id = v_call.caller_id),
    'plan', v_plan);
end;
$$;
comment on function public.next_reach_step is
  'What comes after a dial that nobody took, in a call that goes on: dial (the app has come since), wait (up to 30 seconds from the start), telephone, missed (nothing is left) or over (answered, ended, or no longer allowed).';

create function public.go_on_by_phone(p_provider_sid text, p_pool text[] default '{}') returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_call public.calls;
  v_callee_id uuid;
  v_relay public.relays;
begin
  select * into v_call from public.calls where provider_sid = p_provider_sid;
  v_callee_id := private.callee_of(v_call.id);
  -- The locks of begin_phone_call, in its order.
  perform from public.profiles where id in (v_call.caller_id, v_callee_id) order by id for no key update;
  select * into v_call from public.calls where id = v_call.id for update;
  if v_call.kind <> 'voice' or v_call.status >= 'completed'
    or private.other_of_pair(v_call.match_id, v_call.caller_id) is distinct from v_callee_id
    or not private.may_phone(v_call.caller_id, v_callee_id) then
    return null;
  end if;
  if 2 = (select count(*) from public.private_profiles where id in (v_call.caller_id, v_callee_id) and phone is not null) then
    v_relay := private.lend_number(v_call.match_id, v_call.caller_id, v_callee_id, p_pool);
  end if;
  update public.calls set kind = 'phone', reach = 'telephone', number_id = v_relay.number_id where id = v_call.id;
  return private.phone_call_json(p_provider_sid);
end;
$$;
comment on function public.go_on_by_phone is
  'Makes a voice call whose callee''s app stayed closed a telephone call; what private.phone_call_json says of it, or null when that may not be.';

revoke execute on function private.goes_on, private.is_alerted, private.needs_alert, private.callee_of,
  private.reach_plan from public;
grant execute on function private.goes_on, private.is_alerted, private.needs_alert, private.callee_of,
  private.reach_plan to service_role;
revoke execute on function public.claim_call_alert, public.await_callee, public.next_reach_step,
  public.go_on_by_phone from public, anon, authenticated;
grant execute on function public.claim_call_alert, public.await_callee, public.next_reach_step,
  public.go_on_by_phone to service_role;
