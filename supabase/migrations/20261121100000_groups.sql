-- Groups: up to eight people who come together out of pairs, and the ways out of a match.
--
-- Between active members of a live group there is no block: nobody is brought into a group with
-- somebody who is kept apart from them, and who blocks a member leaves. Whoever changes this locks
-- the people first, in the order of their ids, as begin_call and blocks do, and then the group.

create function private.lock_people(p_ids uuid[]) returns void
language sql security definer set search_path = '' as $$
  select from public.profiles where id = any (p_ids) order by id for no key update;
$$;

create function private.partners(p_profile_id uuid, p_match_ids uuid[]) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select array_agg(distinct theirs.profile_id)
  from public.matches m
  join public.match_members mine
    on mine.match_id = m.id and mine.profile_id = p_profile_id and mine.left_at is null
  join public.match_members theirs
    on theirs.match_id = m.id and theirs.profile_id <> p_profile_id and theirs.left_at is null
  where m.id = any (p_match_ids) and m.kind = 'pair' and m.ended_at is null
    and private.can_reach(p_profile_id, theirs.profile_id)
  having count(distinct m.id) = (select count(distinct wanted) from unnest(p_match_ids) as wanted);
$$;
comment on function private.partners is
  'The other person of each of these matches; null unless all are live pairs of this person without a block.';

create function private.kept_apart(p_ids uuid[]) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.blocks where blocker_id = any (p_ids) and blocked_id = any (p_ids)
  );
$$;

create function private.active_members(p_match_id uuid) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(profile_id order by profile_id), '{}')
  from public.match_members where match_id = p_match_id and left_at is null;
$$;

create function private.names_of(p_ids uuid[]) returns text
language sql stable security definer set search_path = '' as $$
  select concat_ws(' and ',
    string_agg(display_name, ', ' order by place) filter (where place < total),
    max(display_name) filter (where place = total))
  from (
    select display_name, row_number() over (order by display_name, id) as place, count(*) over () as total
    from public.profiles where id = any (p_ids)
  ) as named;
$$;
comment on function private.names_of is 'Names as a sentence lists them: "Ben, Cleo and Dan".';

-- What happened in a group, in its chat: "Ada added Dan".
create function private.tell_group(p_match_id uuid, p_actor_id uuid, p_what text) returns void
language sql security definer set search_path = '' as $$
  insert into public.messages (match_id, sender_id, kind, body)
  values (p_match_id, p_actor_id, 'system', private.names_of(array[p_actor_id]) || ' ' || p_what);
$$;

create function private.leave_group(p_profile_id uuid, p_match_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.matches where id = p_match_id for no key update;
  update public.match_members set left_at = now()
  where match_id = p_match_id and profile_id = p_profile_id and left_at is null;
  if not found then
    return;
  end if;
  perform private.tell_group(p_match_id, p_profile_id, 'left');
  update public.matches set ended_at = now()
  where id = p_match_id and ended_at is null and cardinality(private.active_members(p_match_id)) < 2;
end;
$$;
comment on function private.leave_group is 'Takes a person out of a group, which ends when fewer than two are left.';

revoke execute on function private.lock_people, private.partners, private.kept_apart,
  private.active_members, private.names_of, private.tell_group, private.leave_group from public;
grant execute on function private.lock_people, private.partners, private.kept_apart,
  private.active_members, private.names_of, private.tell_group, private.leave_group to service_role;

create function public.start_group(p_profile_id uuid, p_match_ids uuid[], p_title text default null)
returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_others uuid[];
  v_everyone uuid[];
  v_match_id uuid;
begin
  perform private.lock_people(p_profile_id || private.partners(p_profile_id, p_match_ids));
  v_others := private.partners(p_profile_id, p_match_ids);
  if v_others is null or cardinality(v_others) < 2 then
    return jsonb_build_object('outcome', 'refused');
  elsif cardinality(v_others) > 7 then
    return jsonb_build_object('outcome', 'full');
  elsif private.kept_apart(v_others) then
    return jsonb_build_object('outcome', 'apart');
  end if;

  select array_agg(id order by id) into v_everyone from unnest(p_profile_id || v_others) as id;
  select m.id into v_match_id
  from public.matches m
  join public.match_members me on me.match_id = m.id and me.profile_id = p_profile_id
  where m.kind = 'group' and m.ended_at is null and m.title is not distinct from p_title
    and private.active_members(m.id) = v_everyone
  limit 1;
  if v_match_id is not null then
    return jsonb_build_object('outcome', 'exists', 'match_id', v_match_id);
  end if;

  insert into public.matches (kind, title) values ('group', p_title) returning id into v_match_id;
  insert into public.match_members (match_id, profile_id) select v_match_id, id from unnest(v_everyone) as id;
  perform private.tell_group(v_match_id, p_profile_id, 'started this group with ' || private.names_of(v_others));
  return jsonb_build_object('outcome', 'started', 'match_id', v_match_id);
end;
$$;
comment on function public.start_group is
  'Makes a group of a person and the partners of their pair matches. The outcome is started, exists (the same people under the same title are a group already), refused (not all are live pairs of this person), apart (two of them are kept apart by a block) or full (over eight people).';

create function public.add_to_group(p_profile_id uuid, p_match_id uuid, p_match_ids uuid[]) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_members uuid[];
  v_others uuid[];
  v_new uuid[];
begin
  perform private.lock_people(p_profile_id || private.partners(p_profile_id, p_match_ids));
  perform from public.matches where id = p_match_id and kind = 'group' and ended_at is null
  for no key update;
  if not found then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  v_members := private.active_members(p_match_id);
  v_others := private.partners(p_profile_id, p_match_ids);
  if not p_profile_id = any (v_members) then
    return jsonb_build_object('outcome', 'unknown');
  elsif v_others is null then
    return jsonb_build_object('outcome', 'refused');
  end if;

  select coalesce(array_agg(id), '{}') into v_new from unnest(v_others) as id where id <> all (v_members);
  if cardinality(v_new) = 0 then
    return jsonb_build_object('outcome', 'added');
  elsif cardinality(v_members || v_new) > 8 then
    return jsonb_build_object('outcome', 'full');
  elsif private.kept_apart(v_members || v_new) then
    return jsonb_build_object('outcome', 'apart');
  end if;

  -- Somebody who comes back reads on from now: what was said meanwhile was not said to them.
  insert into public.match_members (match_id, profile_id) select p_match_id, id from unnest(v_new) as id
  on conflict (match_id, profile_id) do update set joined_at = now(), left_at = null;
  perform private.tell_group(p_match_id, p_profile_id, 'added ' || private.names_of(v_new));
  return jsonb_build_object('outcome', 'added');
end;
$$;
comment on function public.add_to_group is
  'Adds the partners of a member''s pair matches to a group; who is in it already stays. The outcome is added, unknown (no live group of this person), refused, apart or full, as of start_group.';

create function public.leave_match(p_profile_id uuid, p_match_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_match public.matches;
begin
  select m.* into v_match from public.matches m
  where m.id = p_match_id
    and exists (select from public.match_members where match_id = m.id and profile_id = p_profile_id)
  for no key update;
  if v_match.id is null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  if v_match.kind = 'group' then
    perform private.leave_group(p_profile_id, p_match_id);
  else
    update public.matches set ended_at = now() where id = p_match_id and ended_at is null;
  end if;
  return jsonb_build_object(
    'outcome', 'left',
    'kind', v_match.kind,
    'ended', (select ended_at is not null from public.matches where id = p_match_id),
    'others', (
      select coalesce(jsonb_agg(profile_id), '[]') from public.match_members
      where match_id = p_match_id and profile_id <> p_profile_id and left_at is null
    )
  );
end;
$$;
comment on function public.leave_match is
  'Ends a pair match, or takes the person out of a group; a repeat changes nothing and answers alike. The outcome is left, with whether the match is over and who is still in it, or unknown.';

revoke execute on function public.start_group, public.add_to_group, public.leave_match
  from public, anon, authenticated;
grant execute on function public.start_group, public.add_to_group, public.leave_match to service_role;

create function private.leave_shared_groups() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_match_id uuid;
begin
  for v_match_id in
    select m.id from public.matches m
    where m.kind = 'group' and m.ended_at is null
      and private.active_members(m.id) @> array[new.blocker_id, new.blocked_id]
      and m.id in (select match_id from public.match_members where profile_id = new.blocker_id)
    order by m.id
  loop
    perform private.leave_group(new.blocker_id, v_match_id);
  end loop;
  return null;
end;
$$;
revoke execute on function private.leave_shared_groups from public;
create trigger leave_shared_groups after insert on public.blocks
  for each row execute function private.leave_shared_groups();
