-- Messages: what people write, and the lines that calls leave.

create type public.message_kind as enum ('text', 'voice_note', 'call', 'system');

create table public.messages (
  id uuid primary key default gen_random_uuid(),
  match_id uuid not null references public.matches (id) on delete cascade,
  sender_id uuid references public.profiles (id) on delete set null,
  kind public.message_kind not null default 'text',
  body text check (char_length(body) <= 4000),
  media_path text,
  media_type text,
  media_seconds integer check (media_seconds between 0 and 120),
  waveform jsonb,
  call_id uuid unique references public.calls (id) on delete cascade,
  deleted_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  check (kind <> 'text' or deleted_at is not null or coalesce(body ~ '\S', false)),
  check ((kind = 'call') = (call_id is not null))
);
comment on column public.messages.id is 'Chosen by the sender''s browser, so that a retry cannot send twice.';
create index messages_match_id_idx on public.messages (match_id, created_at desc, id desc);
create index messages_sender_id_idx on public.messages (sender_id);

alter table public.messages enable row level security;
revoke all on public.messages from anon, authenticated;
grant select on public.messages to authenticated;
grant insert (id, match_id, sender_id, body) on public.messages to authenticated;
grant all on public.messages to service_role;
create policy "members read; in a group, what was said since they came" on public.messages
  for select to authenticated using (
    match_id in (select private.my_match_ids())
    and created_at >= coalesce(
      ((select private.my_group_starts()) ->> match_id::text)::timestamptz, '-infinity')
  );
create policy "members write as themselves" on public.messages
  for insert to authenticated
  with check (sender_id = (select auth.uid()) and match_id in (select private.my_match_ids()));

-- Every call leaves one line in its chat when it ends, whoever ends it and however often that is reported.
create function private.leave_call_line() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.messages (match_id, sender_id, kind, call_id)
  values (new.match_id, new.caller_id, 'call', new.id)
  on conflict (call_id) do nothing;
  return null;
end;
$$;
revoke execute on function private.leave_call_line from public;
create trigger leave_call_line after insert or update of status on public.calls
  for each row when (new.status >= 'completed' and new.match_id is not null) execute function private.leave_call_line();

create function public.list_matches() returns table (
  match_id uuid,
  kind public.match_kind,
  title text,
  muted_until timestamptz,
  last_read_at timestamptz,
  people jsonb,
  former jsonb,
  last_message jsonb,
  unread_count integer,
  last_activity_at timestamptz
)
language sql stable set search_path = '' as $$
  select
    m.id, m.kind, m.title, mine.muted_until, mine.last_read_at,
    coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', p.id, 'display_name', p.display_name, 'avatar_path', p.avatar_path,
        'last_seen_at', seen.last_seen_at, 'last_read_at', receipt.last_read_at
      ) order by p.display_name, p.id)
      from public.match_members other
      join public.profiles p on p.id = other.profile_id
      left join private.my_presences() seen on seen.profile_id = p.id
      left join private.my_read_receipts() receipt
        on receipt.match_id = m.id and receipt.profile_id = p.id
      where other.match_id = m.id and other.profile_id <> me.profile_id and other.left_at is null
    ), '[]'),
    coalesce(left_behind.people, '[]'),
    latest.message,
    (
      select count(*)::integer from (
        select from public.messages unread
        left join public.calls c on c.id = unread.call_id
        where unread.match_id = m.id
          and unread.created_at > coalesce(mine.last_read_at, '-infinity')
          and unread.sender_id is distinct from me.profile_id
          and unread.deleted_at is null
          and (unread.kind <> 'call' or c.status <> 'completed')
        limit 100
      ) as up_to_a_hundred
    ),
    coalesce(latest.created_at, m.created_at)
  from public.matches m
  join public.match_members me on me.match_id = m.id and me.profile_id = (select auth.uid())
  left join private.my_marks() mine on mine.match_id = m.id
  left join (
    select f.match_id, jsonb_agg(jsonb_build_object('id', f.profile_id, 'display_name', f.display_name)) as people
    from private.my_former_companions() f
    group by f.match_id
  ) left_behind on left_behind.match_id = m.id
  left join lateral (
    select t.created_at, jsonb_build_object(
      'id', t.id, 'kind', t.kind, 'body', case when t.deleted_at is null then t.body end,
      'sender_id', t.sender_id, 'created_at', t.created_at, 'deleted_at', t.deleted_at,
      'media_seconds', t.media_seconds,
      'call', case when c.id is not null then jsonb_build_object(
        'kind', c.kind, 'status', c.status, 'caller_id', c.caller_id,
        'duration_seconds', c.duration_seconds, 'end_reason', c.shown_end_reason
      ) end
    ) as message
    from public.messages t
    left join public.calls c on c.id = t.call_id
    where t.match_id = m.id
    order by t.created_at desc, t.id desc
    limit 1
  ) latest on true
  where m.id in (select private.my_match_ids())
  order by coalesce(latest.created_at, m.created_at) desc, m.id;
$$;
comment on function public.list_matches is
  'The current user''s match list in one round trip: people, who has left, last message, unread count (100 means 100 or more).';
revoke execute on function public.list_matches from public, anon;
grant execute on function public.list_matches to authenticated;
