-- What people do to messages that are there: react with an emoji, and take back their own.

-- A flag (two letters), or a pictograph with its variation or skin tone, or several joined to one.
create function private.is_emoji(p_text text) returns boolean
language sql immutable set search_path = '' as $$
  select p_text ~ (
    '^(?:[\U0001F1E6-\U0001F1FF]{2}|' || picture || '(?:\u200D' || picture || ')*)$'
  )
  from (
    select '[\u203C\u2049\u2122\u2139\u2190-\u21FF\u2300-\u27BF\u2934\u2935\u2B00-\u2BFF'
      '\U0001F000-\U0001F1E5\U0001F200-\U0001F3FA\U0001F400-\U0001FAFF]\uFE0F?[\U0001F3FB-\U0001F3FF]?'
  ) as one (picture);
$$;
revoke execute on function private.is_emoji from public;
grant execute on function private.is_emoji to authenticated, service_role;

create table public.message_reactions (
  message_id uuid not null references public.messages (id) on delete cascade,
  profile_id uuid not null references public.profiles (id) on delete cascade,
  emoji text not null check (octet_length(emoji) <= 16 and private.is_emoji(emoji)),
  created_at timestamptz not null default now(),
  primary key (message_id, profile_id)
);
comment on table public.message_reactions is 'With which emoji people answer a message; one a person and message.';
create index message_reactions_profile_id_idx on public.message_reactions (profile_id);

alter table public.message_reactions enable row level security;
revoke all on public.message_reactions from anon, authenticated;
grant select, delete on public.message_reactions to authenticated;
grant insert (message_id, profile_id, emoji) on public.message_reactions to authenticated;
grant update (emoji) on public.message_reactions to authenticated;
grant all on public.message_reactions to service_role;

-- The subqueries see what the policies of messages let the person read.
create policy "who reads a message sees the reactions to it" on public.message_reactions
  for select to authenticated
  using (exists (select from public.messages m where m.id = message_id));
create policy "who reads a message reacts to it as themselves" on public.message_reactions
  for insert to authenticated with check (
    profile_id = (select auth.uid())
    and exists (
      select from public.messages m
      where m.id = message_id and m.kind in ('text', 'voice_note') and m.deleted_at is null
    )
  );
create policy "people change their own reactions" on public.message_reactions
  for update to authenticated
  using (profile_id = (select auth.uid()) and exists (select from public.messages m where m.id = message_id))
  with check (profile_id = (select auth.uid()));
create policy "people take back their own reactions" on public.message_reactions
  for delete to authenticated
  using (profile_id = (select auth.uid()) and exists (select from public.messages m where m.id = message_id));

create function public.react(p_message_id uuid, p_emoji text default null) returns void
language sql set search_path = '' as $$
  delete from public.message_reactions
  where p_emoji is null and message_id = p_message_id and profile_id = (select auth.uid());
  insert into public.message_reactions (message_id, profile_id, emoji)
  select p_message_id, (select auth.uid()), p_emoji where p_emoji is not null
  on conflict (message_id, profile_id) do update set emoji = excluded.emoji;
$$;
comment on function public.react is
  'Sets the current user''s reaction to a message they can read; without an emoji it takes it back.';
revoke execute on function public.react from public, anon;
grant execute on function public.react to authenticated;

create function private.broadcast_reaction() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_row public.message_reactions := coalesce(new, old);
begin
  perform realtime.send(
    jsonb_build_object('message_id', v_row.message_id, 'profile_id', v_row.profile_id, 'emoji', new.emoji),
    'reaction', private.channel_of(m.match_id), true)
  from public.messages m where m.id = v_row.message_id;
  return null;
end;
$$;
revoke execute on function private.broadcast_reaction from public;
create trigger broadcast_reaction after insert or delete on public.message_reactions
  for each row execute function private.broadcast_reaction();
create trigger broadcast_changed_reaction after update on public.message_reactions
  for each row when (new.emoji <> old.emoji) execute function private.broadcast_reaction();

create table public.deleted_messages (
  message_id uuid primary key references public.messages (id) on delete cascade,
  sender_id uuid not null references public.profiles (id) on delete cascade,
  body text not null,
  deleted_at timestamptz not null default now()
);
comment on table public.deleted_messages is
  'Words that were taken back, kept for a time for one purpose: a report about their sender. No person and no page reads them otherwise.';
create index deleted_messages_sender_id_idx on public.deleted_messages (sender_id);
create index deleted_messages_deleted_at_idx on public.deleted_messages (deleted_at);

alter table public.deleted_messages enable row level security;
revoke all on public.deleted_messages from anon, authenticated;
grant all on public.deleted_messages to service_role;
create policy "nobody but the server" on public.deleted_messages for select to authenticated using (false);

create function public.delete_message(p_profile_id uuid, p_message_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_message public.messages;
begin
  select * into v_message from public.messages
  where id = p_message_id and sender_id = p_profile_id and kind in ('text', 'voice_note')
  for update;
  if v_message.id is null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  if v_message.deleted_at is null then
    insert into public.deleted_messages (message_id, sender_id, body)
    select v_message.id, p_profile_id, v_message.body where v_message.body is not null
    on conflict (message_id) do nothing;
    update public.messages
    set deleted_at = now(), body = null, waveform = null, media_seconds = null
    where id = p_message_id;
    delete from public.message_reactions where message_id = p_message_id;
  end if;
  return jsonb_build_object('outcome', 'deleted', 'media_path', v_message.media_path);
end;
$$;
comment on function public.delete_message is
  'Takes back a message of the person: its line stays, its words go, as far as anybody can see, and so do the reactions. The outcome is deleted, again and again, with where its sound lies until that is removed too, or unknown (no such text or voice note of theirs).';
revoke execute on function public.delete_message from public, anon, authenticated;
grant execute on function public.delete_message to service_role;
