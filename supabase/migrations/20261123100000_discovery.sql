-- Finding somebody: what people look for, whom they liked, and the matches that come of it.

create type public.like_kind as enum ('like', 'pass');

create table public.likes (
  liker_id uuid not null references public.profiles (id) on delete cascade,
  liked_id uuid not null references public.profiles (id) on delete cascade,
  kind public.like_kind not null,
  created_at timestamptz not null default now(),
  primary key (liker_id, liked_id),
  check (liker_id <> liked_id)
);
comment on table public.likes is
  'What somebody decided when they were shown a person. Nobody learns of it but themselves, until it is mutual.';
create index likes_liked_id_idx on public.likes (liked_id);

alter table public.likes enable row level security;
revoke all on public.likes from anon, authenticated;
-- Written by the server alone, which counts how many likes a person gives in a day.
grant select on public.likes to authenticated;
grant all on public.likes to service_role;
create policy "a person sees what they decided" on public.likes
  for select to authenticated using (liker_id = (select auth.uid()));

create table public.discovery_preferences (
  profile_id uuid primary key references public.profiles (id) on delete cascade,
  min_age integer not null default 18 check (min_age >= 18),
  max_age integer check (max_age between min_age and 120),
  genders text[] not null default '{}'
    check (cardinality(genders) <= 3 and genders <@ enum_range(null::public.gender)::text[]),
  max_distance_km integer check (max_distance_km between 10 and 500),
  shown boolean not null default true,
  latitude numeric(3, 1) check (latitude between -90 and 90),
  longitude numeric(4, 1) check (longitude between -180 and 180),
  check ((latitude is null) = (longitude is null))
);
comment on table public.discovery_preferences is
  'Whom a person wants to be shown, and to whom they want to be shown. Without a row all is open.';
comment on column public.discovery_preferences.genders is 'Empty means all.';
comment on column public.discovery_preferences.shown is 'Off: nobody new is shown this person.';
comment on column public.discovery_preferences.latitude is
  'Degrees, rounded to a tenth, about ten kilometres: who moves about and compares distances finds no more. Others learn a distance in steps of ten kilometres.';

alter table public.discovery_preferences enable row level security;
revoke all on public.discovery_preferences from anon, authenticated;
-- Written by the server alone: who could move at will would find out where somebody lives.
grant select on public.discovery_preferences to authenticated;
grant all on public.discovery_preferences to service_role;
create policy "a person sees what they look for" on public.discovery_preferences
  for select to authenticated using (profile_id = (select auth.uid()));

-- The rule. Views, so that the planner sees through them; no client has a right to this schema's.
create view private.introductions as
select me.id as viewer_id, other.id as profile_id, between_them.their_age as age, between_them.distance_km
from public.profiles me
join public.profiles other on other.id <> me.id
left join public.discovery_preferences mine on mine.profile_id = me.id
left join public.discovery_preferences theirs on theirs.profile_id = other.id
cross join lateral (
  select
    extract(year from age(current_date, me.birth_date))::integer as my_age,
    extract(year from age(current_date, other.birth_date))::integer as their_age,
    -- Haversine, on a sphere with the Earth's mean radius of 6371 km.
    case when mine.latitude is not null and theirs.latitude is not null then
      greatest(10, 10 * ceil(2 * 6371 * asin(least(1, sqrt(
        sin(radians(theirs.latitude - mine.latitude) / 2) ^ 2
        + cos(radians(mine.latitude)) * cos(radians(theirs.latitude))
          * sin(radians(theirs.longitude - mine.longitude) / 2) ^ 2
      ))) / 10))::integer
    end as distance_km
) as between_them
where not private.is_away(me.id)
  -- As private.is_away, which would be called for everybody.
  and other.leaving_at is null and other.suspended_at is null
  and coalesce(theirs.shown, true)
  and between_them.their_age between coalesce(mine.min_age, 18) and coalesce(mine.max_age, 200)
  and between_them.my_age between coalesce(theirs.min_age, 18) and coalesce(theirs.max_age, 200)
  and (coalesce(mine.genders, '{}') = '{}' or other.gender::text = any (mine.genders))
  and (coalesce(theirs.genders, '{}') = '{}' or me.gender::text = any (theirs.genders))
  and (mine.max_distance_km is null or mine.latitude is null
    or between_them.distance_km <= mine.max_distance_km)
  and (theirs.max_distance_km is null or theirs.latitude is null
    or between_them.distance_km <= theirs.max_distance_km)
  and not exists (
    select from public.blocks
    where (blocker_id = me.id and blocked_id = other.id) or (blocker_id = other.id and blocked_id = me.id)
  )
  and not exists (
    select from public.match_members a
    join public.match_members b on b.match_id = a.match_id and b.profile_id = other.id
    join public.matches m on m.id = a.match_id and m.kind = 'pair'
    where a.profile_id = me.id
  );
comment on view private.introductions is
  'Who may be shown to whom: both are adults, here, kept apart by no block and were never a match, and each is what the other looks for. The distance is rounded up to 10 km.';

create view private.undecided as
select i.* from private.introductions i
where not exists (
  select from public.likes where liker_id = i.viewer_id and liked_id = i.profile_id
);
comment on view private.undecided is 'Introductions about which the viewer has not decided.';

create function private.may_meet(p_viewer_id uuid, p_other_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from private.introductions where viewer_id = p_viewer_id and profile_id = p_other_id
  );
$$;
comment on function private.may_meet is 'Whether one may be shown the other, decided or not.';

create function private.may_see(p_profile_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select p_profile_id = auth.uid()
    or p_profile_id in (select private.my_reachable_profile_ids())
    or private.may_meet(auth.uid(), p_profile_id);
$$;
revoke execute on function private.may_meet, private.may_see from public;
grant execute on function private.may_meet to service_role;
grant execute on function private.may_see to authenticated;

create function public.may_see(p_profile_id uuid) returns boolean
language sql stable set search_path = '' as $$
  select coalesce(private.may_see(p_profile_id), false);
$$;
comment on function public.may_see is
  'Whether the current user may see this person''s picture: their own, that of people they can reach, and of people whom discovery may show them.';
revoke execute on function public.may_see from public, anon;
grant execute on function public.may_see to authenticated;
