-- Relays: which number of the pool joins which two people. A person calls it from their own
-- telephone and reaches the other, and neither sees the other's number.

create table public.relays (
  id uuid primary key default gen_random_uuid(),
  match_id uuid not null references public.matches (id) on delete cascade,
  number_id uuid not null references public.phone_numbers (id) on delete restrict,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
comment on table public.relays is
  'A number of the pool lent to a match. Live while not ended, not expired and the two can reach each other.';
create unique index relays_live_match_idx on public.relays (match_id) where ended_at is null;
create index relays_match_id_idx on public.relays (match_id);
create index relays_number_id_idx on public.relays (number_id);

create table public.relay_members (
  relay_id uuid not null references public.relays (id) on delete cascade,
  profile_id uuid not null references public.profiles (id) on delete cascade,
  number_id uuid not null references public.phone_numbers (id) on delete restrict,
  ended_at timestamptz,
  primary key (relay_id, profile_id)
);
comment on table public.relay_members is
  'The two of each relay. Who calls and which number they call must name one relay: so nobody has a number twice.';
create unique index relay_members_live_idx on public.relay_members (profile_id, number_id) where ended_at is null;
create index relay_members_number_id_idx on public.relay_members (number_id);

alter table public.relays enable row level security;
revoke all on public.relays from anon, authenticated;
grant all on public.relays to service_role;
create policy "nobody but the server" on public.relays for select to authenticated using (false);

alter table public.relay_members enable row level security;
revoke all on public.relay_members from anon, authenticated;
grant all on public.relay_members to service_role;
create policy "nobody but the server" on public.relay_members for select to authenticated using (false);

create function private.other_of_pair(p_match_id uuid, p_profile_id uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select other.profile_id
  from public.matches m
  join public.match_members me on me.match_id = m.id and me.profile_id = p_profile_id and me.left_at is null
  join public.match_members other
    on other.match_id = m.id and other.profile_id <> p_profile_id and other.left_at is null
  where m.id = p_match_id and m.kind = 'pair' and m.ended_at is null
    and private.can_reach(me.profile_id, other.profile_id);
$$;
comment on function private.other_of_pair is 'Whom a member of a live pair can reach in it; null for anybody else.';

create function private.may_phone(a uuid, b uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select private.can_reach(a, b)
    and (select count(*) = 2 from public.private_profiles where id in (a, b) and takes_phone_calls);
$$;
comment on function private.may_phone is
  'The authorisation rule of telephone calls between matches: they can reach each other, and both take phone calls.';

create function private.lend_number(p_match_id uuid, p_a uuid, p_b uuid, p_pool text[]) returns public.relays
language plpgsql security definer set search_path = '' as $$
declare
  v_relay public.relays;
  v_number_id uuid;
begin
  update public.relays set ended_at = now()
  where ended_at is null and (
    expires_at <= now() and id in (select relay_id from public.relay_members where profile_id in (p_a, p_b))
    or match_id = p_match_id
      and number_id not in (select id from public.phone_numbers where number = any (p_pool) and owner_id is null and released_at is null)
  );
  update public.relays set expires_at = now() + interval '30 days'
  where match_id = p_match_id and ended_at is null
  returning * into v_relay;
  if v_relay.id is not null then
    return v_relay;
  end if;

  -- The number that these two have not used for longest, so that what stands in somebody's list of
  -- calls does not at once reach another person.
  select n.id into v_number_id
  from public.phone_numbers n
  where n.number = any (p_pool) and n.owner_id is null and n.released_at is null
    and not exists (
      select from public.relay_members m
      where m.number_id = n.id and m.profile_id in (p_a, p_b) and m.ended_at is null
    )
  order by
    (select max(m.ended_at) from public.relay_members m where m.number_id = n.id and m.profile_id in (p_a, p_b)) nulls first,
    (select max(r.created_at) from public.relays r where r.number_id = n.id) nulls first,
    n.number
  limit 1;
  if v_number_id is null then
    return null;
  end if;
  insert into public.relays (match_id, number_id, expires_at)
  values (p_match_id, v_number_id, now() + interval '30 days')
  returning * into v_relay;
  insert into public.relay_members (relay_id, profile_id, number_id)
  values (v_relay.id, p_a, v_number_id), (v_relay.id, p_b, v_number_id);
  return v_relay;
end;
$$;
comment on function private.lend_number is
  'The live relay of a match, made when there is none and lent for another 30 days; null when no number of the pool is free for both. Whoever asks holds the locks of both people.';

create function private.end_relay_members() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.relay_members set ended_at = new.ended_at where relay_id = new.id and ended_at is null;
  return null;
end;
$$;
create trigger end_relay_members after update of ended_at on public.relays
  for each row when (new.ended_at is not null) execute function private.end_relay_members();

create function private.end_bereft_relay() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.relays set ended_at = now() where id = old.relay_id and ended_at is null;
  return null;
end;
$$;
comment on function private.end_bereft_relay is
  'Without it the number would stay taken for whoever is left when a profile is deleted.';
create trigger end_bereft_relay after delete on public.relay_members
  for each row execute function private.end_bereft_relay();

create function private.end_relays() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.relays r set ended_at = now()
  where r.ended_at is null and case tg_table_name
    when 'matches' then r.match_id = (to_jsonb(new) ->> 'id')::uuid
    when 'match_members' then r.match_id = (to_jsonb(new) ->> 'match_id')::uuid
    when 'private_profiles' then exists (
      select from public.relay_members m
      where m.relay_id = r.id and m.profile_id = (to_jsonb(new) ->> 'id')::uuid
    )
    else 2 = (
      select count(*) from public.relay_members m
      where m.relay_id = r.id
        and m.profile_id in ((to_jsonb(new) ->> 'blocker_id')::uuid, (to_jsonb(new) ->> 'blocked_id')::uuid)
    )
  end;
  return null;
end;
$$;
comment on function private.end_relays is 'A relay ends with its match, with a block, and when one of the two takes no more phone calls.';
create trigger end_relays after update of ended_at on public.matches
  for each row when (new.ended_at is not null) execute function private.end_relays();
create trigger end_relays after update of left_at on public.match_members
  for each row when (new.left_at is not null) execute function private.end_relays();
create trigger end_relays after insert on public.blocks
  for each row execute function private.end_relays();
create trigger end_relays after update of takes_phone_calls, phone on public.private_profiles
  for each row when (not new.takes_phone_calls or new.phone is null) execute function private.end_relays();

revoke execute on function private.other_of_pair, private.may_phone, private.lend_number,
  private.end_relay_members, private.end_bereft_relay, private.end_relays from public;
grant execute on function private.other_of_pair, private.may_phone, private.lend_number to service_role;

create function public.stock_pool(p_numbers text[], p_countries text[]) returns void
language sql set search_path = '' as $$
  insert into public.phone_numbers (number, country)
  select number, country from unnest(p_numbers, p_countries) as stock (number, country)
  on conflict (number) where released_at is null do nothing;
$$;
comment on function public.stock_pool is 'Makes rows for the numbers of the pool that have none.';
revoke execute on function public.stock_pool from public, anon, authenticated;
grant execute on function public.stock_pool to service_role;

create function public.open_relay(p_match_id uuid, p_profile_id uuid, p_pool text[]) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_other_id uuid := private.other_of_pair(p_match_id, p_profile_id);
  v_mine public.private_profiles;
  v_theirs public.private_profiles;
  v_relay public.relays;
  v_number text;
begin
  perform from public.profiles where id in (p_profile_id, v_other_id) order by id for no key update;
  if v_other_id is null or not private.can_reach(p_profile_id, v_other_id) then
    return jsonb_build_object('outcome', 'refused');
  end if;
  select * into v_mine from public.private_profiles where id = p_profile_id;
  select * into v_theirs from public.private_profiles where id = v_other_id;
  if v_mine.takes_phone_calls and v_theirs.takes_phone_calls and num_nulls(v_mine.phone, v_theirs.phone) = 0 then
    v_relay := private.lend_number(p_match_id, p_profile_id, v_other_id, p_pool);
    select number into v_number from public.phone_numbers where id = v_relay.number_id;
  end if;
  return jsonb_build_object(
    'outcome', 'open',
    'number', v_number,
    'expires_at', v_relay.expires_at,
    'extension', (
      select extension from public.match_members where match_id = p_match_id and profile_id = p_profile_id
    ),
    'you_take_calls', coalesce(v_mine.takes_phone_calls, false),
    -- One answer for those who do not want calls and those who have no telephone.
    'they_take_calls', coalesce(v_theirs.takes_phone_calls and v_theirs.phone is not null, false),
    'your_phone', v_mine.phone,
    'refusal', private.call_refusal(p_profile_id, v_other_id, 'phone')
  );
end;
$$;
comment on function public.open_relay is
  'Lends a match a number, or says what is missing for that. The outcome is open or refused (no live pair of these two); the number is null when something is missing, or no number of the pool is free.';
revoke execute on function public.open_relay from public, anon, authenticated;
grant execute on function public.open_relay to service_role;

-- What a person dialled themselves: theirs alone to see again.
create table public.dialled_numbers (
  call_id uuid primary key references public.calls (id) on delete cascade,
  profile_id uuid not null references public.profiles (id) on delete cascade,
  number text not null check (number ~ '^\+[1-9][0-9]{6,14}$')
);
comment on table public.dialled_numbers is 'The number outside of Duet that a person called, E.164. The caller alone reads it.';
create index dialled_numbers_profile_id_idx on public.dialled_numbers (profile_id);

alter table public.dialled_numbers enable row level security;
revoke all on public.dialled_numbers from anon, authenticated;
grant select on public.dialled_numbers to authenticated;
grant all on public.dialled_numbers to service_role;
create policy "who dialled sees what they dialled" on public.dialled_numbers
  for select to authenticated using (profile_id = (select auth.uid()));
