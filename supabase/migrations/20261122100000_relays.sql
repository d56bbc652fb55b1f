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
