-- People: what others may see of a person, and what only the person may see.

-- Functions that must read past row level security live in `private`, a schema
-- that the API does not expose. Policies call them; clients cannot.
create schema private;
comment on schema private is 'Security-definer functions for policies and triggers. Never exposed by the API.';
revoke all on schema private from public;
grant usage on schema private to authenticated, service_role;

create type public.gender as enum ('woman', 'man', 'nonbinary');
create type public.intention as enum ('relationship', 'casual', 'friends', 'unsure');

create table public.profiles (
  id uuid primary key references auth.users (id) on delete cascade,
  display_name text not null check (char_length(btrim(display_name)) between 1 and 50),
  birth_date date not null check (birth_date + interval '18 years' <= current_date),
  bio text not null default '' check (char_length(bio) <= 500),
  gender public.gender,
  looking_for public.intention,
  occupation text check (char_length(occupation) between 1 and 60),
  hometown text check (char_length(hometown) between 1 and 60),
  height_cm integer check (height_cm between 100 and 250),
  interests text[] not null default '{}'
    check (cardinality(interests) <= 10 and char_length(array_to_string(interests, '')) <= 250),
  languages text[] not null default '{}'
    check (cardinality(languages) <= 8 and char_length(array_to_string(languages, '')) <= 200),
  avatar_path text,
  last_seen_at timestamptz,
  leaving_at timestamptz,
  suspended_at timestamptz,
  suspended_for text check (char_length(suspended_for) between 1 and 500),
  shuffle uuid not null unique default gen_random_uuid(),
  created_at timestamptz not null default now()
);
comment on table public.profiles is 'What a match may see of a person; the birth date is stored, never shown.';
comment on column public.profiles.avatar_path is 'Object in the avatars bucket; null means the generated picture.';
comment on column public.profiles.leaving_at is
  'When the person asked for the deletion of their account. From then on they are nowhere to be seen or reached.';
comment on column public.profiles.suspended_at is
  'When moderators closed the account: as if the person were leaving, but for coming back themselves.';
comment on column public.profiles.suspended_for is 'Why, in words for the person.';
comment on column public.profiles.shuffle is
  'In what order discovery comes across people. No client knows it: who could work the order out would see whom it favours.';
comment on column public.profiles.last_seen_at is
  'Last heartbeat of any of the person''s open browsers. Others learn it by private.my_presences alone.';

alter table public.profiles enable row level security;
revoke all on public.profiles from anon, authenticated;
grant select (
  id, display_name, bio, gender, looking_for, occupation, hometown, height_cm, interests, languages,
  avatar_path, created_at,
  -- Nobody but the person sees the profile of whoever has these.
  leaving_at, suspended_at, suspended_for
) on public.profiles to authenticated;
grant insert (id, display_name, birth_date, bio) on public.profiles to authenticated;
-- Not last_seen_at: the database's clock alone sets it, or somebody could seem to be here for ever.
grant update (
  display_name, bio, gender, looking_for, occupation, hometown, height_cm, interests, languages
) on public.profiles to authenticated;
grant all on public.profiles to service_role;

create policy "a person edits their own profile" on public.profiles
  for update to authenticated using (id = (select auth.uid())) with check (id = (select auth.uid()));

create table public.private_profiles (
  id uuid primary key references auth.users (id) on delete cascade,
  phone text unique check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  email text unique check (char_length(email) <= 320),
  text_missed_calls boolean not null default false,
  takes_phone_calls boolean not null default false,
  share_read_receipts boolean not null default true,
  share_last_seen boolean not null default true,
  created_at timestamptz not null default now(),
  check (num_nonnulls(phone, email) > 0)
);
comment on table public.private_profiles is 'How a person is reached. The owner alone reads it; sign-in writes it.';
comment on column public.private_profiles.phone is 'E.164. Never leaves the server except to its owner.';
comment on column public.private_profiles.text_missed_calls is 'Opt-in to a text message after a missed call.';
comment on column public.private_profiles.takes_phone_calls is
  'Opt-in to calls of matches on their telephone, by masked numbers, both ways.';

comment on column public.private_profiles.share_read_receipts is 'Off: nobody learns what they have read, nor do they.';
comment on column public.private_profiles.share_last_seen is 'Off: nobody learns when they were here, nor do they.';

alter table public.private_profiles enable row level security;
revoke all on public.private_profiles from anon, authenticated;
grant select on public.private_profiles to authenticated;
grant update (text_missed_calls, takes_phone_calls, share_read_receipts, share_last_seen) on public.private_profiles to authenticated;
grant all on public.private_profiles to service_role;

create function private.shares_read_receipts(p_profile_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select not exists (
    select from public.private_profiles where id = p_profile_id and not share_read_receipts
  );
$$;

create function private.shares_last_seen(p_profile_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select not exists (
    select from public.private_profiles where id = p_profile_id and not share_last_seen
  );
$$;
revoke execute on function private.shares_read_receipts, private.shares_last_seen from public;

create policy "the owner reads how they are reached" on public.private_profiles
  for select to authenticated using (id = (select auth.uid()));
create policy "the owner changes their own choices" on public.private_profiles
  for update to authenticated using (id = (select auth.uid())) with check (id = (select auth.uid()));

-- Sign-in has written how they are reached. An account that Supabase's own sign-up has made, where a
-- project has left that on, has proven nothing and gets no further.
create policy "a person who has proven a number or an address creates their own profile" on public.profiles
  for insert to authenticated
  with check (id = (select auth.uid()) and id in (select p.id from public.private_profiles p));

create table public.blocks (
  blocker_id uuid not null references public.profiles (id) on delete cascade,
  blocked_id uuid not null references public.profiles (id) on delete cascade,
  created_at timestamptz not null default now(),
  primary key (blocker_id, blocked_id),
  check (blocker_id <> blocked_id)
);
comment on table public.blocks is 'Who has blocked whom. The blocked person cannot see it.';
create index blocks_blocked_id_idx on public.blocks (blocked_id);

alter table public.blocks enable row level security;
revoke all on public.blocks from anon, authenticated;
grant select, delete on public.blocks to authenticated;
grant insert (blocker_id, blocked_id) on public.blocks to authenticated;
grant all on public.blocks to service_role;

create policy "a person sees whom they blocked" on public.blocks
  for select to authenticated using (blocker_id = (select auth.uid()));
create policy "a person blocks for themselves" on public.blocks
  for insert to authenticated with check (blocker_id = (select auth.uid()));
create policy "a person lifts their own block" on public.blocks
  for delete to authenticated using (blocker_id = (select auth.uid()));

-- A block takes turns with begin_call, which locks the same rows in the same order: a call either
-- sees the block, or is there to be ended by whoever made the block.
create function private.take_turn_with_calls() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.profiles where id in (new.blocker_id, new.blocked_id) order by id for no key update;
  return new;
end;
$$;
revoke execute on function private.take_turn_with_calls from public;
create trigger take_turn_with_calls before insert on public.blocks
  for each row execute function private.take_turn_with_calls();
