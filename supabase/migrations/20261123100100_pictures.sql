-- Pictures of people. The server alone reads and writes the bucket: there is no policy for clients,
-- who are given signed addresses of the pictures that they may see.

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('avatars', 'avatars', false, 2097152, array['image/webp'])
on conflict (id) do update
set public = excluded.public, file_size_limit = excluded.file_size_limit,
  allowed_mime_types = excluded.allowed_mime_types;

create function public.change_picture(p_profile_id uuid, p_path text default null)
returns table (former text)
language sql set search_path = '' as $$
  -- Two uploads at a time take turns, so that each learns which picture it has replaced.
  with before as (
    select p.id, p.avatar_path from public.profiles p where p.id = p_profile_id for no key update
  )
  update public.profiles p set avatar_path = p_path from before where p.id = before.id
  returning before.avatar_path;
$$;
comment on function public.change_picture is
  'Sets the path of a person''s picture (null takes it away) and answers the former one; no row without a profile.';
revoke execute on function public.change_picture from public, anon, authenticated;
grant execute on function public.change_picture to service_role;

create function private.age_of(p_profile_id uuid) returns integer
language sql stable security definer set search_path = '' as $$
  select extract(year from age(current_date, p.birth_date))::integer
  from public.profiles p
  where p.id = p_profile_id
    and (p.id = auth.uid() or p.id in (select private.my_reachable_profile_ids()));
$$;
revoke execute on function private.age_of from public;
grant execute on function private.age_of to authenticated;

create function public.age_of(p_profile_id uuid) returns integer
language sql stable set search_path = '' as $$
  select private.age_of(p_profile_id);
$$;
comment on function public.age_of is
  'Completed years of life of oneself or of somebody within reach; null for anybody else. The birth date is told to nobody.';
revoke execute on function public.age_of from public, anon;
grant execute on function public.age_of to authenticated;

-- Lists and conversations of others show name and picture: those who may see them look again.
create function private.broadcast_profile() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform realtime.send(
    jsonb_build_object('match_id', shared.match_id), 'match-updated', 'user:' || shared.profile_id, true)
  from (
    select distinct on (theirs.profile_id) theirs.profile_id, theirs.match_id
    from public.match_members mine
    join public.matches m on m.id = mine.match_id and m.ended_at is null
    join public.match_members theirs on theirs.match_id = m.id and theirs.left_at is null
    where mine.profile_id = new.id and mine.left_at is null
      and private.can_reach(new.id, theirs.profile_id)
    order by theirs.profile_id, theirs.match_id
  ) as shared;
  return null;
end;
$$;
revoke execute on function private.broadcast_profile from public;
create trigger broadcast_profile after update on public.profiles
  for each row when (
    (old.display_name, old.avatar_path) is distinct from (new.display_name, new.avatar_path)
  )
  execute function private.broadcast_profile();
