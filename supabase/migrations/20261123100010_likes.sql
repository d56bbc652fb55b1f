-- What discovery shows, what is decided about it, and the match that two likes make.

create function private.next_strangers(p_viewer_id uuid, p_wanted integer) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  v_start constant uuid := (select md5(shuffle::text)::uuid from public.profiles where id = p_viewer_id);
  v_at uuid := v_start;
  v_wrapped boolean := false;
  v_batch uuid[];
  v_last uuid;
  v_batches integer := 0;
  v_found uuid[] := '{}';
begin
  loop
    select array_agg(b.id), max(b.shuffle::text collate "C")::uuid into v_batch, v_last from (
      select p.id, p.shuffle from public.profiles p
      where p.shuffle > v_at and (not v_wrapped or p.shuffle <= v_start)
      order by p.shuffle limit 200
    ) as b;
    if v_batch is null then
      exit when v_wrapped;
      v_wrapped := true;
      v_at := '00000000-0000-0000-0000-000000000000';
      continue;
    end if;
    v_at := v_last;
    v_batches := v_batches + 1;
    v_found := v_found || array(
      select u.profile_id from private.undecided u join public.profiles p on p.id = u.profile_id
      where u.viewer_id = p_viewer_id and u.profile_id = any (v_batch)
      order by p.shuffle limit p_wanted - cardinality(v_found)
    );
    exit when cardinality(v_found) = p_wanted or v_batches >= 50 and v_found <> '{}' or v_batches >= 100;
    if v_batches = 50 then
      -- Ten thousand people, and none of them suits: the rest of the way begins where chance will have it.
      v_at := md5(v_start::text || date_trunc('minute', now())::text)::uuid;
      v_wrapped := false;
    end if;
  end loop;
  return v_found;
end;
$$;
comment on function private.next_strangers is
  'A walk along the shuffle, from where the viewer''s own points: it begins somewhere else for everybody, and ends when it has enough, or after 20,000 people; who finds nobody looks at others a minute later. In batches, since the planner would filter them all before it sorts.';
revoke execute on function private.next_strangers from public;

create function private.discover(p_limit integer)
returns table (
  id uuid, display_name text, age integer, bio text, gender public.gender, looking_for public.intention,
  occupation text, hometown text, height_cm integer, interests text[], languages text[],
  avatar_path text, distance_km integer
)
language plpgsql stable security definer set search_path = '' as $$
declare
  v_viewer_id constant uuid := auth.uid();
  v_likers constant uuid[] := array(
    select l.liker_id from public.likes l
    where l.liked_id = v_viewer_id and l.kind = 'like' and not exists (
      select from public.likes mine where mine.liker_id = v_viewer_id and mine.liked_id = l.liker_id
    )
    order by l.created_at limit 100
  );
  -- As many whatever is asked for: different answers would tell strangers from likers.
  v_pool constant uuid[] := v_likers || private.next_strangers(v_viewer_id, 20);
  v_shuffle constant text := (select shuffle from public.profiles where profiles.id = v_viewer_id);
begin
  return query
  select other.id, other.display_name, u.age, other.bio, other.gender, other.looking_for,
    other.occupation, other.hometown, other.height_cm, other.interests, other.languages,
    other.avatar_path, u.distance_km
  from private.undecided u join public.profiles other on other.id = u.profile_id
  where u.viewer_id = v_viewer_id and u.profile_id = any (v_pool)
  -- Shuffled, the same way each time. Who likes the viewer comes early, but among others: nobody's
  -- place gives them away.
  order by ('x' || left(md5(v_shuffle || other.shuffle), 8))::bit(32)::bigint
    * case when other.id = any (v_likers) then 0.4 else 1 end, other.id
  limit p_limit;
end;
$$;
revoke execute on function private.discover from public;
grant execute on function private.discover to authenticated;

create function public.discover(p_limit integer default 10)
returns table (
  id uuid, display_name text, age integer, bio text, gender public.gender, looking_for public.intention,
  occupation text, hometown text, height_cm integer, interests text[], languages text[],
  avatar_path text, distance_km integer
)
language sql stable set search_path = '' as $$
  select * from private.discover(greatest(1, least(p_limit, 20)));
$$;
comment on function public.discover is
  'The next people for the current user, at most 20. There is no second page: who has decided about these is shown others.';
revoke execute on function public.discover from public, anon;
grant execute on function public.discover to authenticated;

create function private.match_mutual_like() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_people constant uuid[] := array[new.liker_id, new.liked_id];
  v_match_id uuid;
begin
  -- Two who like each other at once take turns, and with whoever blocks: the second sees the first.
  perform private.lock_people(v_people);
  if not exists (
      select from public.likes
      where liker_id = new.liked_id and liked_id = new.liker_id and kind = 'like'
    )
    or private.kept_apart(v_people)
    or private.is_away(new.liker_id) or private.is_away(new.liked_id)
    or exists (
      select from public.match_members a
      join public.match_members b on b.match_id = a.match_id and b.profile_id = new.liked_id
      join public.matches m on m.id = a.match_id and m.kind = 'pair'
      where a.profile_id = new.liker_id
    )
  then
    return null;
  end if;
  insert into public.matches default values returning id into v_match_id;
  insert into public.match_members (match_id, profile_id)
  values (v_match_id, new.liker_id), (v_match_id, new.liked_id);
  -- Who liked second has the match in the answer to it; who liked first hears of it here.
  perform realtime.send(
    jsonb_build_object('match_id', v_match_id, 'profile_id', p.id, 'display_name', p.display_name),
    'matched', 'user:' || new.liked_id, true)
  from public.profiles p where p.id = new.liker_id;
  return null;
end;
$$;
revoke execute on function private.match_mutual_like from public;
create trigger match_mutual_like after insert or update of kind on public.likes
  for each row when (new.kind = 'like') execute function private.match_mutual_like();

create function private.live_pair(a uuid, b uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select m.id
  from public.match_members mine
  join public.match_members theirs on theirs.match_id = mine.match_id and theirs.profile_id = b
  join public.matches m on m.id = mine.match_id and m.kind = 'pair' and m.ended_at is null
  where mine.profile_id = a and private.can_reach(a, b)
  limit 1;
$$;
comment on function private.live_pair is 'The match of these two, while they can reach each other.';
revoke execute on function private.live_pair from public;
grant execute on function private.live_pair to service_role;

create function public.decide(p_profile_id uuid, p_other_id uuid, p_kind public.like_kind) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_known uuid;
  v_match_id uuid;
begin
  perform private.lock_people(array[p_profile_id, p_other_id]);
  v_known := private.live_pair(p_profile_id, p_other_id);
  if v_known is null then
    if not private.may_meet(p_profile_id, p_other_id) then
      return jsonb_build_object('outcome', 'unknown');
    end if;
    insert into public.likes as l (liker_id, liked_id, kind) values (p_profile_id, p_other_id, p_kind)
    on conflict (liker_id, liked_id) do update set kind = excluded.kind, created_at = now()
    where l.kind <> excluded.kind;
  end if;
  if p_kind = 'like' then
    v_match_id := private.live_pair(p_profile_id, p_other_id);
  end if;
  return jsonb_build_object('outcome', 'decided', 'match_id', v_match_id,
    'is_new', v_match_id is not null and v_known is null);
end;
$$;
comment on function public.decide is
  'A like or a pass. The outcome is decided, with the match if the like is mutual (a repeat answers alike, but for is_new), or unknown: the person may not be shown that one.';

create function public.undo_pass(p_profile_id uuid, p_other_id uuid) returns boolean
language sql set search_path = '' as $$
  with undone as (
    delete from public.likes
    where liker_id = p_profile_id and liked_id = p_other_id and kind = 'pass'
      and created_at = (
        select max(created_at) from public.likes where liker_id = p_profile_id and kind = 'pass'
      )
    returning 1
  )
  select exists (select from undone)
    or not exists (select from public.likes where liker_id = p_profile_id and liked_id = p_other_id);
$$;
comment on function public.undo_pass is
  'Takes back a person''s last pass. False when that one was not the last, or was no pass; true when there is nothing left to undo.';

revoke execute on function public.decide, public.undo_pass from public, anon, authenticated;
grant execute on function public.decide, public.undo_pass to service_role;
