-- Numbers of the account: the pool behind masked calls, and numbers of people's own.

create table public.phone_numbers (
  id uuid primary key default gen_random_uuid(),
  number text not null check (number ~ '^\+[1-9][0-9]{6,14}$'),
  provider_sid text unique check (provider_sid ~ '^PN[0-9a-f]{32}$'),
  owner_id uuid references public.profiles (id) on delete set null,
  name text not null default '' check (char_length(name) <= 60),
  country text not null check (country ~ '^[A-Z]{2}$'),
  greeting text check (char_length(greeting) between 1 and 300),
  created_at timestamptz not null default now(),
  claimed_at timestamptz,
  released_at timestamptz
);
comment on table public.phone_numbers is
  'Numbers of the provider''s account. Without an owner a number belongs to the pool, which masks the calls of matches.';
comment on column public.phone_numbers.number is 'E.164. Ours, never a person''s own telephone.';
comment on column public.phone_numbers.greeting is 'What callers hear before they leave a message; null for the usual words.';
comment on column public.phone_numbers.provider_sid is
  'Null while somebody''s number is being bought, and of numbers of the pool.';
comment on column public.phone_numbers.claimed_at is
  'When a request began to buy the number: until it is done, or a minute has passed, no other does.';
comment on column public.phone_numbers.released_at is
  'A released number keeps its row for the calls that it had; it may be bought anew, by anybody.';
create index phone_numbers_owner_id_idx on public.phone_numbers (owner_id);
create unique index phone_numbers_number_idx on public.phone_numbers (number) where released_at is null;

alter table public.phone_numbers enable row level security;
revoke all on public.phone_numbers from anon, authenticated;
grant select (id, number, owner_id, name, country, greeting, created_at) on public.phone_numbers to authenticated;
grant all on public.phone_numbers to service_role;
create policy "the owner sees their numbers" on public.phone_numbers
  for select to authenticated using (
    owner_id = (select auth.uid()) and provider_sid is not null and released_at is null
  );

-- Without an owner a number would count as one of the pool, though strangers know it.
create function private.retire_number() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  new.released_at := coalesce(new.released_at, now());
  return new;
end;
$$;
revoke execute on function private.retire_number from public;
create trigger retire_number before update of owner_id on public.phone_numbers
  for each row when (old.owner_id is not null and new.owner_id is null)
  execute function private.retire_number();

create function public.reserve_number(
  p_owner_id uuid, p_number text, p_country text, p_name text, p_max integer
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_number public.phone_numbers;
begin
  -- Purchases of one person take turns, so that two at once do not pass the limit together.
  perform from public.profiles where id = p_owner_id for no key update;
  if not found then
    return jsonb_build_object('outcome', 'no-profile');
  end if;

  select * into v_number from public.phone_numbers where number = p_number and released_at is null;
  if v_number.owner_id = p_owner_id then
    if v_number.provider_sid is not null then
      return jsonb_build_object('outcome', 'owned', 'id', v_number.id);
    end if;
    if v_number.claimed_at > now() - interval '1 minute' then
      return jsonb_build_object('outcome', 'under-way');
    end if;
    -- An earlier request did not live to see whether it was bought.
    update public.phone_numbers set claimed_at = now(), name = p_name where id = v_number.id;
    return jsonb_build_object('outcome', 'reserved', 'id', v_number.id);
  end if;
  if v_number.id is not null then
    return jsonb_build_object('outcome', 'taken');
  end if;

  if (select count(*) >= p_max from public.phone_numbers where owner_id = p_owner_id and released_at is null) then
    return jsonb_build_object('outcome', 'limit');
  end if;
  insert into public.phone_numbers (number, owner_id, name, country, claimed_at)
  values (p_number, p_owner_id, p_name, p_country, now())
  on conflict (number) where released_at is null do nothing
  returning * into v_number;
  return case when v_number.id is null then jsonb_build_object('outcome', 'taken')
    else jsonb_build_object('outcome', 'reserved', 'id', v_number.id) end;
end;
$$;
comment on function public.reserve_number is
  'Keeps a place for a number before it is bought: reserved, owned (bought before), under-way (another request is buying it), taken, limit or no-profile.';
revoke execute on function public.reserve_number from public, anon, authenticated;
grant execute on function public.reserve_number to service_role;

create type public.forwarding_condition as enum ('always', 'busy', 'no-answer');

create table public.forwarding_rules (
  id uuid primary key default gen_random_uuid(),
  number_id uuid not null references public.phone_numbers (id) on delete cascade,
  condition public.forwarding_condition not null,
  forward_to text not null check (forward_to ~ '^\+[1-9][0-9]{6,14}$'),
  ring_timeout integer not null default 20 check (ring_timeout between 5 and 60),
  position integer not null default 0 check (position >= 0),
  enabled boolean not null default true,
  created_at timestamptz not null default now(),
  unique (number_id, condition, forward_to)
);
comment on table public.forwarding_rules is
  'Where calls to a person''s own number go on to; of one condition, the lowest position first.';
comment on column public.forwarding_rules.ring_timeout is 'Seconds that the telephone rings before the next rule.';

alter table public.forwarding_rules enable row level security;
revoke all on public.forwarding_rules from anon, authenticated;
grant select on public.forwarding_rules to authenticated;
grant all on public.forwarding_rules to service_role;
create policy "the owner of the number sees its rules" on public.forwarding_rules
  -- Of the numbers themselves the person sees no others.
  for select to authenticated using (number_id in (select id from public.phone_numbers));

create function public.release_number(p_owner_id uuid, p_number_id uuid) returns setof text
language plpgsql set search_path = '' as $$
begin
  update public.phone_numbers set released_at = now()
  where id = p_number_id and owner_id = p_owner_id and released_at is null;
  if not found then
    return;
  end if;
  delete from public.forwarding_rules where number_id = p_number_id;
  return query
    select provider_sid from public.calls where number_id = p_number_id and status < 'completed';
end;
$$;
comment on function public.release_number is
  'Takes a number and its rules from its owner, and tells which of its calls are live. Calls of the past keep it.';
revoke execute on function public.release_number from public, anon, authenticated;
grant execute on function public.release_number to service_role;
