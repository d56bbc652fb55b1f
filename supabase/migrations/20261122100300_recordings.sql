-- Recordings: of calls, when everybody in them has agreed, and what callers left on voicemail.

create type public.recording_kind as enum ('call', 'voicemail');
create type public.recording_status as enum ('in-progress', 'completed', 'absent', 'failed', 'deleted');

create table public.recordings (
  id uuid primary key default gen_random_uuid(),
  provider_sid text not null unique check (provider_sid ~ '^RE[0-9a-f]{32}$'),
  call_id uuid not null references public.calls (id) on delete cascade,
  kind public.recording_kind not null,
  owner_id uuid references public.profiles (id) on delete cascade,
  status public.recording_status not null default 'in-progress',
  channels integer not null default 1 check (channels in (1, 2)),
  duration_seconds integer check (duration_seconds >= 0),
  started_at timestamptz not null default now(),
  heard_at timestamptz,
  expires_at timestamptz,
  deleted_at timestamptz,
  check ((kind = 'voicemail') = (owner_id is not null))
);
comment on table public.recordings is
  'What the provider keeps of a call. The sound itself stays there; the server streams it to whom it belongs.';
comment on column public.recordings.owner_id is 'Whose voicemail it is. Recordings of calls belong to everybody who took part.';
comment on column public.recordings.heard_at is 'When the owner of a voicemail first played it.';
create index recordings_call_id_idx on public.recordings (call_id);
create index recordings_owner_id_idx on public.recordings (owner_id);
create index recordings_expiring_idx on public.recordings (expires_at) where deleted_at is null;

create table public.recording_consents (
  call_id uuid not null references public.calls (id) on delete cascade,
  profile_id uuid not null references public.profiles (id) on delete cascade,
  agreed_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (call_id, profile_id)
);
comment on table public.recording_consents is 'Who has agreed, for this one call, that it is recorded; kept as proof.';
create index recording_consents_profile_id_idx on public.recording_consents (profile_id);

create table public.transcripts (
  id uuid primary key default gen_random_uuid(),
  call_id uuid not null references public.calls (id) on delete cascade,
  recording_id uuid references public.recordings (id) on delete cascade,
  provider_sid text not null unique check (provider_sid ~ '^(TR|GT)[0-9a-f]{32}$'),
  status text not null default 'in-progress' check (status in ('in-progress', 'completed', 'failed')),
  turns jsonb not null default '[]',
  created_at timestamptz not null default now()
);
comment on table public.transcripts is
  'What was said. Each turn has text, the speaker''s profile_id where the provider tells the channels apart, and at: seconds from the start.';
create index transcripts_call_id_idx on public.transcripts (call_id);
create index transcripts_recording_id_idx on public.transcripts (recording_id);

create function private.my_recording_ids() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select r.id from public.recordings r
  where r.deleted_at is null and case r.kind
    when 'voicemail' then r.owner_id = auth.uid()
    else exists (
      select from public.call_participants p
      where p.call_id = r.call_id and p.profile_id = auth.uid() and p.joined_at is not null
    )
  end;
$$;
comment on function private.my_recording_ids is
  'Recordings of the current user: of calls in which they talked, and their voicemail.';
revoke execute on function private.my_recording_ids from public;
grant execute on function private.my_recording_ids to authenticated;

alter table public.recordings enable row level security;
revoke all on public.recordings from anon, authenticated;
grant select on public.recordings to authenticated;
grant all on public.recordings to service_role;
create policy "participants see recordings of their calls, owners their voicemail" on public.recordings
  for select to authenticated using (id in (select private.my_recording_ids()));

alter table public.recording_consents enable row level security;
revoke all on public.recording_consents from anon, authenticated;
grant all on public.recording_consents to service_role;
create policy "nobody but the server" on public.recording_consents for select to authenticated using (false);

alter table public.transcripts enable row level security;
revoke all on public.transcripts from anon, authenticated;
grant select on public.transcripts to authenticated;
grant all on public.transcripts to service_role;
create policy "who may hear a recording reads its transcript" on public.transcripts
  for select to authenticated using (recording_id in (select private.my_recording_ids()));
