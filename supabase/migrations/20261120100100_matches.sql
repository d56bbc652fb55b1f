-- Matches, and the one rule about who may reach whom.

create type public.match_kind as enum ('pair', 'group');

create table public.matches (
  id uuid primary key default gen_random_uuid(),
  kind public.match_kind not null default 'pair',
  title text check (char_length(title) between 1 and 80),
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  channel uuid
);
comment on column public.matches.channel is
  'Names its Realtime channels once somebody has left; until then its id does. Realtime asks who may listen only when somebody joins: who has left hears no more of a channel that goes on elsewhere.';
comment on table public.matches is 'Two people who liked each other, or a group made from such pairs. Live while ended_at is null.';

create type public.call_permission as enum ('ask', 'nobody', 'voice', 'video');

create table public.match_members (
  match_id uuid not null references public.matches (id) on delete cascade,
  profile_id uuid not null references public.profiles (id) on delete cascade,
  joined_at timestamptz not null default now(),
  last_read_at timestamptz,
  shared_read_at timestamptz,
  muted_until timestamptz,
  left_at timestamptz,
  extension integer not null default 0,
  call_permission public.call_permission not null default 'ask',
  primary key (match_id, profile_id),
  unique (profile_id, extension)
);
comment on table public.match_members is 'Who belongs to a match. Active while left_at is null.';
comment on column public.match_members.shared_read_at is
  'last_read_at as it was when the member last read while sending read receipts: what others may learn.';
comment on column public.match_members.extension is
  'What this member keys in on the main line to reach the match: from 101 up, never given twice.';
comment on column public.match_members.call_permission is
  'What the other person of a pair may do: call not at all, by voice, by video and voice, or ask first.';
create index match_members_profile_id_idx on public.match_members (profile_id);

create function private.give_extension() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- Matches of one person that are made at once take turns.
  perform from public.profiles where id = new.profile_id for no key update;
  new.extension := coalesce(
    (select max(extension) + 1 from public.match_members where profile_id = new.profile_id), 101);
  return new;
end;
$$;
revoke execute on function private.give_extension from public;
create trigger give_extension before insert on public.match_members
  for each row execute function private.give_extension();

create function private.is_away(p_profile_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select not exists (
    select from public.profiles where id = p_profile_id and leaving_at is null and suspended_at is null
  );
$$;
comment on function private.is_away is
  'Whether a person is nowhere to be seen or reached: they are leaving, or suspended, or there is no such person.';
revoke execute on function private.is_away from public;
grant execute on function private.is_away to service_role;

create function private.can_reach(a uuid, b uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select a <> b
    and not exists (
      select from public.blocks
      where (blocker_id = a and blocked_id = b) or (blocker_id = b and blocked_id = a)
    )
    and exists (
      select from public.match_members mine
      join public.match_members theirs on theirs.match_id = mine.match_id
      join public.matches m on m.id = mine.match_id
      where mine.profile_id = a and mine.left_at is null
        and theirs.profile_id = b and theirs.left_at is null
        and m.ended_at is null
    )
    and not private.is_away(a) and not private.is_away(b);
$$;
comment on function private.can_reach is
  'The authorisation rule: both are active members of a live match, neither has blocked the other, and neither is away.';

create function private.my_match_ids() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select m.id
  from public.match_members me
  join public.matches m on m.id = me.match_id
  where me.profile_id = auth.uid() and me.left_at is null and m.ended_at is null
    and (
      m.kind = 'group' and not private.is_away(me.profile_id)
      or exists (
        select from public.match_members other
        where other.match_id = m.id and other.left_at is null
          and private.can_reach(me.profile_id, other.profile_id)
      )
    );
$$;
comment on function private.my_match_ids is
  'Matches open to the current user. Policies use it as a subquery, so it runs once a statement, not once a row.';

create function private.my_reachable_profile_ids() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select distinct other.profile_id
  from private.my_match_ids() as mine (match_id)
  join public.match_members other on other.match_id = mine.match_id and other.left_at is null
  where private.can_reach(auth.uid(), other.profile_id);
$$;

-- One value, so that a policy asks once a statement and not once a row.
create function private.my_group_starts() returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_object_agg(me.match_id, me.joined_at), '{}')
  from public.match_members me
  join public.matches m on m.id = me.match_id
  where me.profile_id = auth.uid() and m.kind = 'group';
$$;
comment on function private.my_group_starts is 'When the current user came to each of their groups, by match id.';

create function private.my_former_companions()
returns table (match_id uuid, profile_id uuid, display_name text)
language sql stable security definer set search_path = '' as $$
  select former.match_id, p.id, p.display_name
  from private.my_match_ids() as mine (match_id)
  join public.matches m on m.id = mine.match_id and m.kind = 'group'
  join public.match_members former on former.match_id = m.id and former.left_at is not null
  join public.profiles p on p.id = former.profile_id;
$$;
comment on function private.my_former_companions is
  'Who has left the current user''s groups: the names alone, which their messages still need.';

create function private.my_marks()
returns table (match_id uuid, muted_until timestamptz, last_read_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select match_id, muted_until, last_read_at from public.match_members where profile_id = auth.uid();
$$;
comment on function private.my_marks is 'What the current user has read and muted, which others may not read.';

-- Both give only what goes both ways: who keeps it to themselves does not learn it of others.
create function private.my_read_receipts()
returns table (match_id uuid, profile_id uuid, last_read_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select theirs.match_id, theirs.profile_id, theirs.shared_read_at
  from private.my_match_ids() as mine (match_id)
  join public.match_members theirs on theirs.match_id = mine.match_id and theirs.left_at is null
  where theirs.profile_id <> auth.uid() and theirs.shared_read_at is not null
    and private.shares_read_receipts(auth.uid()) and private.shares_read_receipts(theirs.profile_id);
$$;
comment on function private.my_read_receipts is
  'How far the others in the current user''s matches have read, as far as both send read receipts.';

create function private.my_presences() returns table (profile_id uuid, last_seen_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select p.id, p.last_seen_at from public.profiles p
  where p.id in (select private.my_reachable_profile_ids())
    and private.shares_last_seen(auth.uid()) and private.shares_last_seen(p.id);
$$;
comment on function private.my_presences is
  'When the people whom the current user can reach were last here, as far as both show it.';

revoke execute on function private.can_reach, private.my_match_ids,
  private.my_reachable_profile_ids, private.my_marks, private.my_read_receipts, private.my_presences
  from public;
grant execute on function private.my_match_ids, private.my_reachable_profile_ids,
  private.my_marks, private.my_read_receipts, private.my_presences to authenticated;
grant execute on function private.can_reach to service_role;

revoke execute on function private.my_group_starts, private.my_former_companions from public;
grant execute on function private.my_group_starts, private.my_former_companions to authenticated;

create function public.can_reach(a uuid, b uuid) returns boolean
language sql stable set search_path = '' as $$
  select private.can_reach(a, b);
$$;
comment on function public.can_reach is 'private.can_reach for the server. Clients cannot call it.';
revoke execute on function public.can_reach from public, anon, authenticated;
grant execute on function public.can_reach to service_role;

alter table public.matches enable row level security;
revoke all on public.matches from anon, authenticated;
grant select on public.matches to authenticated;
grant all on public.matches to service_role;
create policy "members see their live matches" on public.matches
  for select to authenticated using (id in (select private.my_match_ids()));

alter table public.match_members enable row level security;
revoke all on public.match_members from anon, authenticated;
-- Not muted_until: whom a person has muted is nobody else's business. Nor last_read_at: not everybody
-- sends read receipts.
grant select (match_id, profile_id, joined_at, left_at) on public.match_members to authenticated;
grant update (last_read_at, muted_until) on public.match_members to authenticated;
grant all on public.match_members to service_role;
create policy "members see who belongs" on public.match_members
  for select to authenticated using (match_id in (select private.my_match_ids()));
create policy "a member marks what they read" on public.match_members
  for update to authenticated
  using (profile_id = (select auth.uid()) and match_id in (select private.my_match_ids()))
  with check (
    profile_id = (select auth.uid())
    -- The other members' browsers read it: no infinity, and nothing read that is not written yet.
    and (last_read_at is null or last_read_at between '2000-01-01Z' and now())
  );

create function private.share_reading() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if private.shares_read_receipts(new.profile_id) then
    new.shared_read_at := new.last_read_at;
  end if;
  return new;
end;
$$;
revoke execute on function private.share_reading from public;
create trigger share_reading before insert or update of last_read_at on public.match_members
  for each row execute function private.share_reading();

create policy "people see themselves and whom they can reach" on public.profiles
  for select to authenticated
  using (id = (select auth.uid()) or id in (select private.my_reachable_profile_ids()));

create function private.mark_seen() returns void
language sql security definer set search_path = '' as $$
  update public.profiles set last_seen_at = now() where id = auth.uid();
$$;
revoke execute on function private.mark_seen from public;
grant execute on function private.mark_seen to authenticated;

create function public.heartbeat() returns table (profile_id uuid, last_seen_at timestamptz)
language sql set search_path = '' as $$
  select private.mark_seen();
  select * from private.my_presences();
$$;
comment on function public.heartbeat is
  'Says "I am here" and answers when each reachable person was last seen, if both show it.';
revoke execute on function public.heartbeat from public, anon;
grant execute on function public.heartbeat to authenticated;
