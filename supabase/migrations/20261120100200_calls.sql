-- Calls as the provider tells them. Rows are written by the server only; the
-- statuses are Twilio's words, in the order in which a leg can pass through them.

create type public.call_status as enum (
  'queued', 'initiated', 'ringing', 'in-progress',
  'completed', 'busy', 'failed', 'no-answer', 'canceled'
);
comment on type public.call_status is
  'Ordered: a later value never gives way to an earlier one. From completed on, every value is terminal.';
create type public.call_kind as enum ('voice', 'video', 'phone');
create type public.call_role as enum ('caller', 'callee');
create type public.leg_channel as enum ('app', 'phone');
create type public.recording_state as enum ('none', 'asked', 'on', 'stopped');
create type public.call_event_source as enum ('webhook', 'reconcile');
create type public.call_end_reason as enum (
  'hangup', 'declined', 'busy', 'no-answer', 'canceled', 'failed', 'blocked'
);

create type public.call_reach_way as enum ('app', 'notified', 'telephone');

create table public.calls (
  id uuid primary key default gen_random_uuid(),
  provider_sid text not null unique check (provider_sid ~ '^(CA|RM)[0-9a-f]{32}$'),
  kind public.call_kind not null,
  match_id uuid references public.matches (id) on delete cascade,
  number_id uuid references public.phone_numbers (id) on delete set null,
  via_number_id uuid references public.phone_numbers (id) on delete set null,
  caller_id uuid references public.profiles (id) on delete set null,
  status public.call_status not null default 'initiated',
  started_at timestamptz not null default now(),
  answered_at timestamptz,
  closed_at timestamptz check (closed_at is null or provider_sid like 'RM%'),
  ended_at timestamptz,
  duration_seconds integer check (duration_seconds >= 0),
  end_reason public.call_end_reason,
  shown_end_reason public.call_end_reason generated always as (
    case end_reason when 'blocked' then 'hangup' else end_reason end
  ) stored,
  error_code integer,
  participants jsonb,
  reach public.call_reach_way not null default 'app',
  recording public.recording_state not null default 'none',
  recording_asked_by uuid references public.profiles (id) on delete set null,
  check (match_id is not null or kind = 'phone')
);
comment on table public.calls is 'One row a call: always equal to what its legs in call_participants add up to.';
comment on column public.calls.provider_sid is 'CallSid of the caller''s leg, or RoomSid.';
comment on column public.calls.match_id is 'Null for telephone calls with somebody who is no match: then only who takes part sees them.';
comment on column public.calls.number_id is 'The number of ours that a telephone sees: of the pool, or somebody''s own.';
comment on column public.calls.via_number_id is
  'Somebody''s own number from which this call to a number was forwarded: it must not get back there.';
comment on column public.calls.reach is
  'What a voice call tries: the app, waiting for one that is closed whose owner was notified, or their telephone.';
comment on column public.calls.recording is
  'Whether this call is recorded: asked once one has agreed, on once everybody has, stopped once somebody has taken that back; then it can be asked for anew.';
comment on column public.calls.closed_at is
  'When the room was known to be over: the server ended it, or the provider said so. Null for calls that are no room.';
comment on column public.calls.participants is
  'Of a room: where each person stands, once each, as its legs add up. Broadcasts carry it.';
comment on column public.calls.duration_seconds is 'Time spent talking; 0 when nobody answered; null while the call is live.';
comment on column public.calls.shown_end_reason is
  'The reason as clients may know it: nobody learns that they were blocked.';
create index calls_match_id_idx on public.calls (match_id, started_at desc);
create index calls_number_id_idx on public.calls (number_id);
create index calls_via_number_id_idx on public.calls (via_number_id);
create index calls_caller_id_idx on public.calls (caller_id);
create index calls_recording_asked_by_idx on public.calls (recording_asked_by);
create index calls_live_idx on public.calls (started_at) where status < 'completed';

create table public.call_participants (
  id uuid primary key default gen_random_uuid(),
  call_id uuid not null references public.calls (id) on delete cascade,
  leg_sid text unique,
  profile_id uuid references public.profiles (id) on delete set null,
  role public.call_role not null,
  channel public.leg_channel not null default 'app',
  status public.call_status not null default 'queued',
  joined_at timestamptz,
  left_at timestamptz,
  duration_seconds integer check (duration_seconds >= 0)
);
comment on table public.call_participants is
  'One row a leg. A callee has no leg_sid until the provider dials; nobody has one in a room before they have joined it.';
comment on column public.call_participants.leg_sid is 'CallSid, or in a room ParticipantSid: a new one each time somebody joins.';
comment on column public.call_participants.joined_at is
  'When this leg began to talk. A telephone that was picked up has not joined until a person there has pressed a key: it may be an answering machine.';
create index call_participants_call_id_idx on public.call_participants (call_id);
create index call_participants_profile_id_idx on public.call_participants (profile_id);

create table public.call_events (
  id bigint generated always as identity primary key,
  call_id uuid references public.calls (id) on delete cascade,
  provider_sid text not null,
  leg_sid text not null,
  event text not null,
  status public.call_status not null,
  sequence_number integer,
  source public.call_event_source not null default 'webhook',
  idempotency_key text not null unique,
  occurred_at timestamptz not null,
  payload jsonb not null default '{}',
  received_at timestamptz not null default now()
);
comment on table public.call_events is 'Audit log of everything the provider said, once each. Payloads carry no phone number.';
create index call_events_call_id_idx on public.call_events (call_id);
create index call_events_early_idx on public.call_events (provider_sid) where call_id is null;

alter table public.calls enable row level security;
revoke all on public.calls from anon, authenticated;
grant select (
  id, provider_sid, kind, match_id, caller_id, status, started_at, answered_at, ended_at,
  duration_seconds, shown_end_reason, error_code, participants, reach, recording, recording_asked_by
) on public.calls to authenticated;
grant all on public.calls to service_role;

create function private.my_matchless_call_ids() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select c.id from public.call_participants p join public.calls c on c.id = p.call_id
  where p.profile_id = auth.uid() and c.match_id is null;
$$;
comment on function private.my_matchless_call_ids is 'The current user''s telephone calls with people who are no matches.';
revoke execute on function private.my_matchless_call_ids from public;
grant execute on function private.my_matchless_call_ids to authenticated;

create policy "members see calls; in a group, those that went on since they came" on public.calls
  for select to authenticated using (
    -- Arrays, since only they let either side of the "or" use its index.
    match_id = any (array(select private.my_match_ids()))
    and coalesce(ended_at, 'infinity') >= coalesce(
      ((select private.my_group_starts()) ->> match_id::text)::timestamptz, '-infinity')
    or id = any (array(select private.my_matchless_call_ids()))
  );

alter table public.call_participants enable row level security;
revoke all on public.call_participants from anon, authenticated;
grant select on public.call_participants to authenticated;
grant all on public.call_participants to service_role;
create policy "members see who took part" on public.call_participants
  for select to authenticated using (
    call_id in (select id from public.calls where match_id = any (array(select private.my_match_ids())))
    or call_id in (select private.my_matchless_call_ids())
  );

alter table public.call_events enable row level security;
revoke all on public.call_events from anon, authenticated;
grant all on public.call_events to service_role;
create policy "nobody but the server reads the audit log" on public.call_events
  for select to authenticated using (false);
