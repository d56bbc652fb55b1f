-- Voice notes: messages whose sound lies in Storage. The server alone writes and reads it.

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('voice-notes', 'voice-notes', false, 3145728, array['audio/webm', 'audio/mp4'])
on conflict (id) do nothing;

alter table public.messages
  add check (
    kind <> 'voice_note' or deleted_at is not null
    or num_nulls(media_path, media_type, media_seconds, waveform) = 0
  ),
  add check (jsonb_typeof(waveform) = 'array' and jsonb_array_length(waveform) <= 64);
comment on column public.messages.media_path is
  'Object in the voice-notes bucket, which no client can open: the server streams it to whom it belongs.';
comment on column public.messages.waveform is 'How loud each part of a voice note is, 0 to 100.';

create table public.voice_note_plays (
  message_id uuid not null references public.messages (id) on delete cascade,
  profile_id uuid not null references public.profiles (id) on delete cascade,
  played_at timestamptz not null default now(),
  primary key (message_id, profile_id)
);
comment on table public.voice_note_plays is
  'Who has listened to which voice note, on any device. Each person learns it of themselves alone.';
create index voice_note_plays_profile_id_idx on public.voice_note_plays (profile_id);

alter table public.voice_note_plays enable row level security;
revoke all on public.voice_note_plays from anon, authenticated;
grant select on public.voice_note_plays to authenticated;
grant all on public.voice_note_plays to service_role;
create policy "people know what they have played" on public.voice_note_plays
  for select to authenticated using (profile_id = (select auth.uid()));

create function public.add_voice_note(
  p_id uuid,
  p_match_id uuid,
  p_sender_id uuid,
  p_media_path text,
  p_media_type text,
  p_media_seconds integer,
  p_waveform jsonb
) returns text
language plpgsql set search_path = '' as $$
begin
  perform from public.matches m
  join public.match_members me on me.match_id = m.id and me.profile_id = p_sender_id
  where m.id = p_match_id and m.ended_at is null and me.left_at is null
    and (m.kind = 'group' or exists (
      select from public.match_members other
      where other.match_id = m.id and other.left_at is null
        and private.can_reach(p_sender_id, other.profile_id)
    ));
  if not found then
    return 'refused';
  end if;
  insert into public.messages (id, match_id, sender_id, kind, media_path, media_type, media_seconds, waveform)
  values (p_id, p_match_id, p_sender_id, 'voice_note', p_media_path, p_media_type, p_media_seconds, p_waveform)
  on conflict (id) do nothing;
  -- What has been sent before counts as sent; an id of something else does not.
  perform from public.messages
  where id = p_id and match_id = p_match_id and sender_id = p_sender_id and kind = 'voice_note';
  return case when found then 'sent' else 'taken' end;
end;
$$;
comment on function public.add_voice_note is
  'Sends a voice note whose sound is stored: sent, refused (they may not write there) or taken (the id is another message''s). Safe to repeat.';
revoke execute on function public.add_voice_note from public, anon, authenticated;
grant execute on function public.add_voice_note to service_role;
