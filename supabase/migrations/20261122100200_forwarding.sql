-- Calls to somebody's own number: the rules by which it is forwarded, and who is rung when.

create function private.place_rule(p_rule public.forwarding_rules, p_position integer) returns void
language sql set search_path = '' as $$
  with others as (
    select id, row_number() over (order by position, created_at) - 1 as place
    from public.forwarding_rules
    where number_id = p_rule.number_id and condition = p_rule.condition and id <> p_rule.id
  ), places as (
    select id, case when p_position <= place then place + 1 else place end as place from others
    union all
    select p_rule.id, least(p_position, (select count(*) from others))
  )
  update public.forwarding_rules r set position = places.place
  from places where r.id = places.id and r.position <> places.place;
$$;
comment on function private.place_rule is
  'Puts a rule at a place, counted from 0, among those of its number and condition.';

create function private.goes_round(p_number text, p_forward_to text, p_but_for_rule_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  with recursive reached (number) as (
    select p_forward_to
    union
    select r.forward_to
    from reached
    join public.phone_numbers n on n.number = reached.number and n.released_at is null
    join public.forwarding_rules r on r.number_id = n.id and r.enabled and r.id is distinct from p_but_for_rule_id
  )
  select exists (select from reached where number = p_number);
$$;
comment on function private.goes_round is
  'Whether calls to a number would come back to it, by rules of anybody, if it forwarded there.';
revoke execute on function private.place_rule, private.goes_round from public;
grant execute on function private.place_rule, private.goes_round to service_role;

create function public.save_forwarding_rule(
  p_owner_id uuid,
  p_rule_id uuid default null,
  p_number_id uuid default null,
  p_condition public.forwarding_condition default null,
  p_forward_to text default null,
  p_ring_timeout integer default null,
  p_position integer default null,
  p_enabled boolean default null
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_number public.phone_numbers;
  v_rule public.forwarding_rules;
  v_moved boolean := true;
begin
  -- All changes of rules take turns: two that close a circle together must see each other.
  perform pg_advisory_xact_lock(hashtextextended('forwarding_rules', 0));

  if p_rule_id is not null then
    select * into v_rule from public.forwarding_rules where id = p_rule_id;
  end if;
  select * into v_number from public.phone_numbers
  where id = coalesce(v_rule.number_id, p_number_id) and owner_id = p_owner_id
    and provider_sid is not null and released_at is null
  for share;
  if v_number.id is null or (p_rule_id is not null and v_rule.id is null) then
    return jsonb_build_object('outcome', 'not-found');
  end if;

  if v_rule.id is not null then
    v_moved := coalesce(p_condition, v_rule.condition) <> v_rule.condition;
  end if;
  v_rule.number_id := v_number.id;
  v_rule.condition := coalesce(p_condition, v_rule.condition);
  v_rule.forward_to := coalesce(p_forward_to, v_rule.forward_to);
  v_rule.ring_timeout := coalesce(p_ring_timeout, v_rule.ring_timeout, 20);
  v_rule.enabled := coalesce(p_enabled, v_rule.enabled, true);

  if v_moved and (
    select count(*) >= 5 from public.forwarding_rules
    where number_id = v_number.id and condition = v_rule.condition
  ) then
    return jsonb_build_object('outcome', 'limit');
  end if;
  if exists (
    select from public.forwarding_rules
    where number_id = v_number.id and condition = v_rule.condition and forward_to = v_rule.forward_to
      and id is distinct from p_rule_id
  ) then
    return jsonb_build_object('outcome', 'duplicate');
  end if;
  -- A rule that is off may name anything; it is looked at again when it is switched on.
  if v_rule.enabled and private.goes_round(v_number.number, v_rule.forward_to, p_rule_id) then
    return jsonb_build_object('outcome', 'loop');
  end if;

  if p_rule_id is null then
    insert into public.forwarding_rules (number_id, condition, forward_to, ring_timeout, enabled)
    values (v_number.id, v_rule.condition, v_rule.forward_to, v_rule.ring_timeout, v_rule.enabled)
    returning * into v_rule;
  else
    update public.forwarding_rules set
      condition = v_rule.condition, forward_to = v_rule.forward_to,
      ring_timeout = v_rule.ring_timeout, enabled = v_rule.enabled
    where id = p_rule_id;
  end if;
  if v_moved or p_position is not null then
    perform private.place_rule(v_rule, coalesce(p_position, 1000));
  end if;

  select * into v_rule from public.forwarding_rules where id = v_rule.id;
  return jsonb_build_object('outcome', 'saved', 'rule', to_jsonb(v_rule));
end;
$$;
comment on function public.save_forwarding_rule is
  'Makes a rule of a person''s number, or changes one; what is null stays. The outcome is saved, not-found (or somebody else''s), limit, duplicate or loop.';
revoke execute on function public.save_forwarding_rule from public, anon, authenticated;
grant execute on function public.save_forwarding_rule to service_role;

create function private.came_round(p_via_number_id uuid, p_number_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  with recursive passed (number_id) as (
    select p_via_number_id
    union
    select c.via_number_id from passed
    join public.calls c on c.number_id = passed.number_id
    where c.status < 'completed' and c.started_at > now() - interval '4 hours' and c.via_number_id is not null
  )
  select exists (select from passed where number_id = p_number_id);
$$;
comment on function private.came_round is
  'Whether a call that one of our numbers forwards has been at a number before. Rules cannot make it so, but a telephone that forwards its calls itself can.';

create function private.owned_call_plan(p_call public.calls) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'outcome', case when p_call.end_reason = 'blocked' then 'refused' else 'open' end,
    'call_id', p_call.id,
    'match_id', p_call.match_id,
    'number', n.number,
    'number_name', n.name,
    'owner_id', n.owner_id,
    'owner_name', owner.display_name,
    'greeting', n.greeting,
    'caller_id', p_call.caller_id,
    'caller_name', (select display_name from public.profiles where id = p_call.caller_id),
    'busy', p_call.end_reason is not distinct from 'busy' or private.is_busy(n.owner_id, p_call.id),
    'joined', exists (
      select from public.call_participants p
      where p.call_id = p_call.id and p.role = 'callee' and p.joined_at is not null
    ),
    'rules', coalesce((
      select jsonb_agg(
        jsonb_build_object(
          'condition', r.condition, 'forward_to', r.forward_to, 'ring_timeout', r.ring_timeout,
          'ours', exists (
            select from public.phone_numbers o where o.number = r.forward_to and o.released_at is null
          )
        )
        order by r.condition, r.position)
      from public.forwarding_rules r where r.number_id = n.id and r.enabled
    ), '[]')
  )
  from public.phone_numbers n
  join public.profiles owner on owner.id = n.owner_id
  where n.id = p_call.number_id and n.released_at is null;
$$;
comment on function private.owned_call_plan is
  'All that decides what a call to somebody''s own number does next; null when the number has been released.';
revoke execute on function private.came_round, private.owned_call_plan from public;
grant execute on function private.came_round, private.owned_call_plan to service_role;

create function public.begin_owned_call(p_provider_sid text, p_from text, p_number text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_refused constant jsonb := jsonb_build_object('outcome', 'refused');
  v_number public.phone_numbers;
  v_call public.calls;
  v_caller_id uuid;
  v_via_number_id uuid;
  v_match_id uuid;
  v_busy boolean;
  v_forwarded public.forwarding_condition;
begin
  -- Events of this very call wait until its row is there.
  perform pg_advisory_xact_lock(hashtextextended(p_provider_sid, 0));

  select * into v_number from public.phone_numbers
  where number = p_number and owner_id is not null and released_at is null
  for share;
  if v_number.id is null then
    return v_refused;
  end if;

  select * into v_call from public.calls where provider_sid = p_provider_sid;
  if v_call.id is not null then
    -- The provider asked twice about one call.
    return case when v_call.number_id = v_number.id then private.owned_call_plan(v_call) else v_refused end;
  end if;

  select id into v_caller_id from public.private_profiles where phone = p_from and id <> v_number.owner_id;
  -- Calls that share a person take turns, and so does a block of one by the other.
  perform from public.profiles where id in (v_caller_id, v_number.owner_id) order by id for no key update;
  if private.is_away(v_number.owner_id) or exists (
    select from public.blocks where blocker_id = v_number.owner_id and blocked_id = v_caller_id
  ) or private.call_refusal(v_caller_id, v_number.owner_id, 'phone') ->> 'outcome' = 'not_allowed' then
    return v_refused;
  end if;

  select id into v_via_number_id from public.phone_numbers
  where number = p_from and owner_id is not null and released_at is null;
  if private.came_round(v_via_number_id, v_number.id) then
    return v_refused;
  end if;

  -- Only a match is known by name: who else has the number stays somebody.
  if v_caller_id is not null and private.can_reach(v_caller_id, v_number.owner_id) then
    select m.id into v_match_id
    from public.matches m
    join public.match_members caller on caller.match_id = m.id and caller.profile_id = v_caller_id
    join public.match_members owner on owner.match_id = m.id and owner.profile_id = v_number.owner_id
    where m.kind = 'pair' and m.ended_at is null and caller.left_at is null and owner.left_at is null
    order by m.created_at desc limit 1
    for share of m;
  end if;
  if v_match_id is null then
    v_caller_id := null;
  end if;

  insert into public.calls (provider_sid, kind, match_id, number_id, via_number_id, caller_id)
  values (p_provider_sid, 'phone', v_match_id, v_number.id, v_via_number_id, v_caller_id)
  returning * into v_call;
  v_busy := private.is_busy(v_number.owner_id, v_call.id);
  select min(condition) into v_forwarded from public.forwarding_rules
  where number_id = v_number.id and enabled and (condition = 'always' or v_busy and condition = 'busy');
  insert into public.call_participants (call_id, leg_sid, profile_id, role, channel, status) values
    (v_call.id, p_provider_sid, v_caller_id, 'caller', 'phone', 'initiated'),
    (v_call.id, null, v_number.owner_id, 'callee',
      (case when v_forwarded is null then 'app' else 'phone' end)::public.leg_channel, 'queued');
  -- Nobody is rung then: what is left is voicemail.
  if v_busy and v_forwarded is null then
    update public.call_participants set status = 'busy', left_at = now() where call_id = v_call.id;
    update public.calls set status = 'busy', end_reason = 'busy', ended_at = now(), duration_seconds = 0
    where id = v_call.id;
  end if;
  perform private.adopt_early_events(v_call.id, p_provider_sid);

  select * into v_call from public.calls where id = v_call.id;
  return private.owned_call_plan(v_call);
end;
$$;
comment on function public.begin_owned_call is
  'Opens the row of a call to somebody''s own number and tells what to do with it (private.owned_call_plan), or refused: the number is nobody''s, its owner has blocked who calls or wants no calls of this match, or the call has been there before.';
revoke execute on function public.begin_owned_call from public, anon, authenticated;
grant execute on function public.begin_owned_call to service_role;

create function public.owned_call(p_provider_sid text) returns jsonb
language sql stable set search_path = '' as $$
  select private.owned_call_plan(c) from public.calls c where c.provider_sid = p_provider_sid;
$$;
comment on function public.owned_call is 'private.owned_call_plan of a call that has begun; null when there is none.';
revoke execute on function public.owned_call from public, anon, authenticated;
grant execute on function public.owned_call to service_role;
