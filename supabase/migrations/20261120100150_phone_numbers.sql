-- Numbers of the account: the pool behind masked calls, and numbers of people's own.

create table public.phone_numbers (
  id uuid primary key default gen_random_uuid(),
  number text not null unique check (number ~ '^\+[1-9][0-9]{6,14}$'),
  provider_sid text unique check (provider_sid ~ '^PN[0-9a-f]{32}$'),
  owner_id uuid references public.profiles (id) on delete set null,
  name text not null default '' check (char_length(name) <= 60),
  country text not null check (country ~ '^[A-Z]{2}$'),
  greeting text check (char_length(greeting) between 1 and 300),
  created_at timestamptz not null default now(),
  released_at timestamptz
);
comment on table public.phone_numbers is
  'Numbers of the provider''s account. Without an owner a number belongs to the pool, which masks the calls of matches.';
comment on column public.phone_numbers.number is 'E.164. Ours, never a person''s own telephone.';
comment on column public.phone_numbers.greeting is 'What callers hear before they leave a message; null for the usual words.';
create index phone_numbers_owner_id_idx on public.phone_numbers (owner_id);

alter table public.phone_numbers enable row level security;
revoke all on public.phone_numbers from anon, authenticated;
grant select (id, number, owner_id, name, country, greeting, created_at) on public.phone_numbers to authenticated;
grant all on public.phone_numbers to service_role;
create policy "the owner sees their numbers" on public.phone_numbers
  for select to authenticated using (owner_id = (select auth.uid()) and released_at is null);

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
  for select to authenticated using (
    number_id in (select id from public.phone_numbers where owner_id = (select auth.uid()) and released_at is null)
  );
