-- Recordings: of calls, when everybody in them has agreed, and what callers left on voicemail.

create type public.recording_kind as enum ('call', 'voicemail');
create type public.recording_status as enum ('in-progress', 'completed', 'absent', 'failed', 'deleted');
comment on type public.recording_status is 'Ordered: a later value never gives way to an earlier one.';

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
  expires_at timestamptz not null,
  deleted_at timestamptz,
  deletion_failed_at timestamptz,
  check ((kind = 'voicemail') = (owner_id is not null)),
  check ((status = 'deleted') = (deleted_at is not null))
);
comment on table public.recordings is
  'What the provider keeps of a call. The sound itself stays there; the server streams it to whom it belongs. Deleted rows stay, so that a late callback does not bring them back.';
comment on column public.recordings.owner_id is 'Whose voicemail it is. Recordings of calls belong to everybody who took part.';
comment on column public.recordings.heard_at is 'When the owner of a voicemail first played it.';
comment on column public.recordings.deletion_failed_at is 'When Twilio last refused to delete it: others come first then.';
create index recordings_call_id_idx on public.recordings (call_id);
create index recordings_owner_id_idx on public.recordings (owner_id);
create index recordings_expiring_idx on public.recordings (expires_at) where deleted_at is null;

create table public.recording_consents (
  id bigint generated always as identity primary key,
  call_id uuid not null references public.calls (id) on delete cascade,
  profile_id uuid references public.profiles (id) on delete cascade,
  agreed_at timestamptz not null default now(),
  withdrawn_at timestamptz
);
comment on table public.recording_consents is
  'Who has agreed, for this one call, that it is recorded. Kept as proof: to agree again after it was stopped is a row of its own.';
comment on column public.recording_consents.profile_id is 'Null for the telephone of somebody who is not on Duet.';
create unique index recording_consents_valid_idx on public.recording_consents (call_id, profile_id)
  nulls not distinct where withdrawn_at is null;
create index recording_consents_call_id_idx on public.recording_consents (call_id);
create index recording_consents_profile_id_idx on public.recording_consents (profile_id);

create table public.transcripts (
  id uuid primary key default gen_random_uuid(),
  call_id uuid not null references public.calls (id) on delete cascade,
  recording_id uuid references public.recordings (id) on delete cascade,
  recording_sid text not null check (recording_sid ~ '^RE[0-9a-f]{32}$'),
  provider_sid text not null unique check (provider_sid ~ '^(TR|GT)[0-9a-f]{32}$'),
  status text not null default 'in-progress' check (status in ('in-progress', 'completed', 'failed')),
  turns jsonb not null default '{}',
  created_at timestamptz not null default now()
);
comment on table public.transcripts is 'What was said in a recording.';
comment on column public.transcripts.recording_sid is 'The provider may tell of the transcript before the recording.';
comment on column public.transcripts.turns is
  'By their number: text, said_at, and profile_id of the speaker where the provider tells the channels apart.';
create index transcripts_call_id_idx on public.transcripts (call_id);
create index transcripts_recording_id_idx on public.transcripts (recording_id);
create index transcripts_recording_sid_idx on public.transcripts (recording_sid);

-- Who may hear: the owner of a voicemail; of a call, who talked in it, as long as they can still
-- reach everybody else who did.
create function private.may_hear(r public.recordings, p_profile_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select r.deleted_at is null and r.expires_at > now() and case r.kind
    when 'voicemail' then r.owner_id = p_profile_id
    else exists (
      select from public.call_participants me
      where me.call_id = r.call_id and me.profile_id = p_profile_id
        and (me.role = 'caller' or me.joined_at is not null)
    ) and not exists (
      select from public.call_participants other
      where other.call_id = r.call_id and other.profile_id <> p_profile_id
        and (other.role = 'caller' or other.joined_at is not null)
        and not private.can_reach(p_profile_id, other.profile_id)
    )
  end;
$$;
create function private.my_recording_ids() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select r.id from public.recordings r
  where (
    r.owner_id = auth.uid()
    or r.call_id in (select call_id from public.call_participants where profile_id = auth.uid())
  ) and private.may_hear(r, auth.uid());
$$;
comment on function private.my_recording_ids is
  'Recordings of the current user: of calls in which they talked, with people they can reach, and their voicemail.';
revoke execute on function private.may_hear, private.my_recording_ids from public;
grant execute on function private.my_recording_ids to authenticated;

alter table public.recordings enable row level security;
revoke all on public.recordings from anon, authenticated;
grant select on public.recordings to authenticated;
grant all on public.recordings to service_role;
create policy "who talked hears recordings of their calls, owners their voicemail" on public.recordings
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

-- Consent.

create function private.consent_of(p_call_id uuid) returns text
language sql stable set search_path = '' as $$
  select case when count(*) < 2 then 'alone' when bool_and(agreed) then 'whole' else 'lacking' end
  from (
    select distinct leg.profile_id, exists (
      select from public.recording_consents given
      where given.call_id = p_call_id and given.withdrawn_at is null
        and given.profile_id is not distinct from leg.profile_id
    ) as agreed
    from public.call_participants leg
    where leg.call_id = p_call_id and leg.status < 'completed'
      and (leg.role = 'caller' or leg.joined_at is not null)
  ) as present;
$$;
comment on function private.consent_of is
  'Whether everybody who is in a call at this moment has agreed that it is recorded: whole, lacking, or alone when there are not two people.';

-- Who joins has not agreed yet, or has agreed a moment before they were known to have joined.
create function private.review_consent() returns trigger
language plpgsql set search_path = '' as $$
declare
  v_consent text;
begin
  perform from public.calls where id = new.call_id and recording in ('asked', 'on');
  if found then
    v_consent := private.consent_of(new.call_id);
    update public.calls
    set recording = case v_consent when 'whole' then 'on' else 'asked' end::public.recording_state
    where id = new.call_id and (recording, v_consent) in (('asked', 'whole'), ('on', 'lacking'));
  end if;
  return null;
end;
$$;
create trigger review_consent after insert or update of status, joined_at, profile_id on public.call_participants
  for each row execute function private.review_consent();

create function public.agree_to_recording(p_sid text, p_agree boolean, p_profile_id uuid default null) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_call public.calls;
begin
  select c.* into v_call from public.calls c
  where c.provider_sid like 'CA%' and exists (
    select from public.call_participants leg
    where leg.call_id = c.id and leg.profile_id is not distinct from p_profile_id
  ) and c.id = (select call_id from public.call_participants where leg_sid = p_sid)
  for update;
  if v_call.id is null then
    return jsonb_build_object('outcome', 'not-found');
  end if;
  if v_call.status >= 'completed' then
    return jsonb_build_object('outcome', 'over');
  end if;

  if p_agree then
    insert into public.recording_consents (call_id, profile_id) values (v_call.id, p_profile_id)
    on conflict do nothing;
    update public.calls set
      recording = case private.consent_of(v_call.id) when 'whole' then 'on' else 'asked' end::public.recording_state,
      recording_asked_by = case when recording in ('none', 'stopped') then p_profile_id else recording_asked_by end
    where id = v_call.id and recording <> 'on';
  else
    update public.recording_consents set withdrawn_at = now()
    where call_id = v_call.id and withdrawn_at is null;
    update public.calls set recording = 'stopped', recording_asked_by = null
    where id = v_call.id and recording in ('asked', 'on');
  end if;

  select * into v_call from public.calls where id = v_call.id;
  return jsonb_build_object(
    'outcome', case
      when not p_agree then 'stop' when v_call.recording = 'on' then 'start' else 'ask' end,
    'call_sid', v_call.provider_sid, 'recording', v_call.recording, 'asked_by', v_call.recording_asked_by);
end;
$$;
comment on function public.agree_to_recording is
  'One person agrees that the call they take part in is recorded, or takes it back for everybody. The outcome is not-found, over, ask (others have yet to agree), start or stop. p_profile_id is null for somebody who is not on Duet.';

create function public.recording_not_started(p_call_sid text) returns void
language plpgsql set search_path = '' as $$
declare
  v_call public.calls;
begin
  select * into v_call from public.calls where provider_sid = p_call_sid and recording = 'on' for update;
  if v_call.id is null then
    return;
  end if;
  update public.recording_consents set withdrawn_at = now()
  where call_id = v_call.id and withdrawn_at is null and profile_id is distinct from v_call.recording_asked_by;
  update public.calls set recording = 'asked' where id = v_call.id;
end;
$$;
comment on function public.recording_not_started is
  'The provider could not record: the call is back to one person asking.';

create function private.had_consent(p_call public.calls, p_at timestamptz) returns boolean
language sql stable set search_path = '' as $$
  select p_call.recording = 'on' or (
    -- The provider tells the start in whole seconds, by its own clock.
    select count(*) >= 2 from public.recording_consents
    where call_id = p_call.id and agreed_at < p_at + interval '5 seconds'
      and coalesce(withdrawn_at, 'infinity') > p_at - interval '5 seconds'
  );
$$;
comment on function private.had_consent is 'Whether a call may have been recorded at that time.';

-- What the provider says of recordings and transcripts: joins, as with legs, so that neither order
-- nor repetition matters.

create function public.record_recording(
  p_provider_sid text,
  p_call_sid text,
  p_kind public.recording_kind,
  p_status public.recording_status,
  p_retention_days integer,
  p_channels integer default null,
  p_duration_seconds integer default null,
  p_started_at timestamptz default null
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_call public.calls;
  v_owner_id uuid;
  v_started_at timestamptz := coalesce(p_started_at, now());
  v_recording public.recordings;
begin
  select * into v_recording from public.recordings where provider_sid = p_provider_sid;
  if v_recording.id is null then
    select c.* into v_call from public.calls c
    where c.id = (select call_id from public.call_participants where leg_sid = p_call_sid)
    for update;
    if p_kind = 'voicemail' then
      select owner_id into v_owner_id from public.phone_numbers where id = v_call.number_id;
    end if;
    if not coalesce(case p_kind
      when 'voicemail' then v_owner_id is not null
      else private.had_consent(v_call, v_started_at)
    end, false) then
      delete from public.transcripts where recording_sid = p_provider_sid;
      return jsonb_build_object('outcome', 'unwanted');
    end if;
  end if;

  insert into public.recordings as known (
    provider_sid, call_id, kind, owner_id, status, channels, duration_seconds, started_at, expires_at
  ) values (
    p_provider_sid, coalesce(v_recording.call_id, v_call.id), coalesce(v_recording.kind, p_kind),
    coalesce(v_recording.owner_id, v_owner_id), p_status, coalesce(p_channels, 1), p_duration_seconds,
    v_started_at, v_started_at + make_interval(days => p_retention_days)
  )
  on conflict (provider_sid) do update set
    status = greatest(known.status, excluded.status),
    channels = greatest(known.channels, excluded.channels),
    duration_seconds = greatest(known.duration_seconds, excluded.duration_seconds),
    started_at = least(known.started_at, excluded.started_at),
    expires_at = least(known.expires_at, excluded.expires_at)
  returning * into v_recording;
  update public.transcripts set recording_id = v_recording.id
  where recording_sid = p_provider_sid and recording_id is null;

  -- The provider could not stop it, or was not told: it has gone on for longer than stopping takes.
  if v_recording.kind = 'call' and v_recording.status = 'completed' and v_recording.duration_seconds > 15 then
    select * into v_call from public.calls where id = v_recording.call_id;
    if not private.had_consent(
      v_call, v_recording.started_at + make_interval(secs => v_recording.duration_seconds - 15)) then
      perform public.forget_recording(p_provider_sid);
      v_recording.status := 'deleted';
    end if;
  end if;

  return jsonb_build_object(
    'outcome', case v_recording.status when 'deleted' then 'unwanted' else 'recorded' end,
    'status', v_recording.status);
end;
$$;
comment on function public.record_recording is
  'Merges what the provider says of a recording. The outcome is recorded, or unwanted: nobody has agreed to it, it went on after somebody had taken that back, or it was deleted, so it must not exist.';

create function public.record_transcript(
  p_provider_sid text,
  p_call_sid text,
  p_recording_sid text,
  p_status text,
  p_turn jsonb default null
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_call public.calls;
  v_recording public.recordings;
  v_is_live boolean := p_provider_sid like 'GT%';
begin
  select c.* into v_call from public.calls c
  where c.id = (select call_id from public.call_participants where leg_sid = p_call_sid)
  for update;
  select * into v_recording from public.recordings where provider_sid = p_recording_sid;
  if v_call.id is null or v_recording.deleted_at is not null
    or v_is_live and not private.had_consent(v_call, coalesce((p_turn ->> 'said_at')::timestamptz, now())) then
    return jsonb_build_object('outcome', 'unwanted');
  end if;

  insert into public.transcripts as known (call_id, recording_id, recording_sid, provider_sid, status, turns)
  values (
    v_call.id, v_recording.id, p_recording_sid, p_provider_sid, p_status,
    case when p_turn is null then '{}' else jsonb_build_object(p_turn ->> 'number', jsonb_build_object(
      'text', p_turn -> 'text', 'said_at', p_turn -> 'said_at',
      'profile_id', (
        select leg.profile_id from public.call_participants leg
        where leg.call_id = v_call.id and (leg.role = 'caller' or leg.joined_at is not null)
          and leg.role = case p_turn ->> 'track'
            when 'inbound_track' then 'caller' when 'outbound_track' then 'callee' end::public.call_role
        order by leg.joined_at desc limit 1
      )
    )) end
  )
  on conflict (provider_sid) do update set
    recording_id = coalesce(known.recording_id, excluded.recording_id),
    -- A transcript that is complete has not failed.
    status = case when 'completed' in (known.status, excluded.status) then 'completed'
      when 'failed' in (known.status, excluded.status) then 'failed' else 'in-progress' end,
    turns = excluded.turns || known.turns;
  return jsonb_build_object('outcome', 'recorded');
end;
$$;
comment on function public.record_transcript is
  'Merges a turn or the state of a transcript. The turn has number, text, said_at and track. The outcome is recorded, or unwanted: it must stop, or be deleted.';

create function public.forget_recording(p_provider_sid text) returns void
language sql set search_path = '' as $$
  update public.recordings set status = 'deleted', deleted_at = coalesce(deleted_at, now())
  where provider_sid = p_provider_sid;
  delete from public.transcripts where recording_sid = p_provider_sid;
$$;
comment on function public.forget_recording is
  'After the provider has deleted a recording: what is left is that there was one.';

revoke execute on function private.consent_of, private.review_consent, private.had_consent,
  public.agree_to_recording, public.recording_not_started, public.record_recording,
  public.record_transcript, public.forget_recording from public, anon, authenticated;
grant execute on function private.consent_of, private.had_consent, public.agree_to_recording,
  public.recording_not_started, public.record_recording, public.record_transcript,
  public.forget_recording to service_role;

-- Pages that show recordings, and the number of unheard ones, ask again.
create function private.tell_of_recording(p_recording public.recordings) returns void
language sql security definer set search_path = '' as $$
  select realtime.send(
    jsonb_build_object('kind', p_recording.kind), 'recording', 'user:' || concerned.profile_id, true)
  from (
    select p_recording.owner_id as profile_id where p_recording.owner_id is not null
    union
    select leg.profile_id from public.call_participants leg
    where p_recording.kind = 'call' and leg.call_id = p_recording.call_id and leg.profile_id is not null
  ) as concerned;
$$;

create function private.broadcast_recording() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.tell_of_recording(new);
  return null;
end;
$$;

create function private.broadcast_transcript() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.tell_of_recording(r) from public.recordings r where r.id = new.recording_id;
  return null;
end;
$$;
revoke execute on function private.tell_of_recording, private.broadcast_recording, private.broadcast_transcript from public;
create trigger broadcast_new_recording after insert on public.recordings
  for each row execute function private.broadcast_recording();
create trigger broadcast_changed_recording after update of status, heard_at on public.recordings
  for each row when (old.status <> new.status or old.heard_at is distinct from new.heard_at)
  execute function private.broadcast_recording();
-- Words come seconds after the sound; those of a live call are told of once, at its end.
create trigger broadcast_transcript after insert or update of status, recording_id on public.transcripts
  for each row when (new.status <> 'in-progress' and new.recording_id is not null)
  execute function private.broadcast_transcript();
