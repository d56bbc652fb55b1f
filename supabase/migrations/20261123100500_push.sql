-- Push: which browsers are told of something while the app is closed, and what people want to hear of.

create table public.push_subscriptions (
  id uuid primary key default gen_random_uuid(),
  profile_id uuid not null references public.profiles (id) on delete cascade,
  endpoint text not null unique check (endpoint ~ '^https?://' and char_length(endpoint) <= 1000),
  p256dh text not null check (p256dh ~ '^[A-Za-z0-9_-]{80,100}$'),
  auth text not null check (auth ~ '^[A-Za-z0-9_-]{16,40}$'),
  device text not null default '' check (char_length(device) <= 80),
  session_id uuid,
  created_at timestamptz not null default now(),
  last_ok_at timestamptz,
  failures integer not null default 0
);
comment on table public.push_subscriptions is
  'Browsers that get notifications, by the address that their maker''s push service gave them. The owner sees which devices; addresses and keys stay on the server.';
comment on column public.push_subscriptions.device is 'What the owner knows it by, like Chrome on Android.';
comment on column public.push_subscriptions.session_id is 'Of the session that asked for it: signing out there ends it.';
comment on column public.push_subscriptions.failures is 'Failed attempts since the last one that worked.';
create index push_subscriptions_profile_id_idx on public.push_subscriptions (profile_id);

create table public.notification_preferences (
  profile_id uuid primary key references public.profiles (id) on delete cascade,
  calls boolean not null default true,
  missed_calls boolean not null default true,
  messages boolean not null default true,
  matches boolean not null default true,
  show_preview boolean not null default false,
  quiet_from time,
  quiet_to time,
  time_zone text not null default 'UTC' check (time_zone ~ '^[A-Za-z0-9_+/-]{1,64}$'),
  check (num_nulls(quiet_from, quiet_to) in (0, 2)),
  check (quiet_from <> quiet_to)
);
comment on table public.notification_preferences is
  'What a person wants to be notified of. No row: everything, at any hour, without the text of messages.';
comment on column public.notification_preferences.quiet_from is
  'From then until quiet_to, by the clock of time_zone, nothing is pushed. It may span midnight.';
comment on column public.notification_preferences.time_zone is 'IANA name, like Europe/Dublin.';

create table public.app_presence (
  profile_id uuid primary key references public.profiles (id) on delete cascade,
  away_at timestamptz,
  ready_at timestamptz
);
comment on table public.app_presence is
  'Beside the heartbeat: when a browser of the person last went out of view, and when one last became able to take voice calls.';

create table public.message_alerts (
  message_id uuid primary key references public.messages (id) on delete cascade,
  claimed_at timestamptz not null default now()
);
comment on table public.message_alerts is 'Messages whose recipients have been notified: once each.';

alter table public.push_subscriptions enable row level security;
revoke all on public.push_subscriptions from anon, authenticated;
grant select (id, profile_id, device, created_at, last_ok_at) on public.push_subscriptions to authenticated;
grant all on public.push_subscriptions to service_role;
create policy "the owner sees their devices" on public.push_subscriptions
  for select to authenticated using (profile_id = (select auth.uid()));

alter table public.notification_preferences enable row level security;
revoke all on public.notification_preferences from anon, authenticated;
grant select, insert, update on public.notification_preferences to authenticated;
grant all on public.notification_preferences to service_role;
create policy "the owner reads what they want to hear of" on public.notification_preferences
  for select to authenticated using (profile_id = (select auth.uid()));
create policy "the owner says for the first time what they want to hear of" on public.notification_preferences
  for insert to authenticated with check (profile_id = (select auth.uid()));
create policy "the owner changes what they want to hear of" on public.notification_preferences
  for update to authenticated using (profile_id = (select auth.uid())) with check (profile_id = (select auth.uid()));

alter table public.app_presence enable row level security;
revoke all on public.app_presence from anon, authenticated;
grant all on public.app_presence to service_role;
create policy "nobody but the server" on public.app_presence for select to authenticated using (false);

alter table public.message_alerts enable row level security;
revoke all on public.message_alerts from anon, authenticated;
grant all on public.message_alerts to service_role;
create policy "nobody but the server" on public.message_alerts for select to authenticated using (false);

-- Whose app is open ------------------------------------------------------------------------------

create function private.note_presence(p_away boolean) returns void
language sql security definer set search_path = '' as $$
  insert into public.app_presence as p (profile_id, away_at, ready_at)
  select id, case when p_away then now() end, case when not p_away then now() end
  from public.profiles where id = auth.uid()
  on conflict (profile_id) do update set
    away_at = coalesce(excluded.away_at, p.away_at),
    ready_at = coalesce(excluded.ready_at, p.ready_at);
$$;

create function private.is_here(p_profile_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce((
    select p.last_seen_at > now() - interval '60 seconds'
      and p.last_seen_at > coalesce(a.away_at, '-infinity')
    from public.profiles p left join public.app_presence a on a.profile_id = p.id
    where p.id = p_profile_id
  ), false);
$$;
comment on function private.is_here is
  'Whether the app is in view in a browser of this person. Heartbeats come every 45 seconds; one that went out of view since counts until the next.';
revoke execute on function private.note_presence, private.is_here from public;
grant execute on function private.note_presence to authenticated;
grant execute on function private.is_here to service_role;

create function public.away() returns void
language sql set search_path = '' as $$ select private.note_presence(true); $$;
comment on function public.away is 'Says that the app went out of view in this browser. Another one that shows it says so with its next heartbeat.';
create function public.ready_for_calls() returns void
language sql set search_path = '' as $$ select private.note_presence(false); $$;
comment on function public.ready_for_calls is 'Says that this browser takes voice calls from now on: a caller who waits for that is put through.';
revoke execute on function public.away, public.ready_for_calls from public, anon;
grant execute on function public.away, public.ready_for_calls to authenticated;

-- Subscriptions ----------------------------------------------------------------------------------

create function public.save_push_subscription(
  p_profile_id uuid,
  p_endpoint text,
  p_p256dh text,
  p_auth text,
  p_device text,
  p_session_id uuid default null
) returns void
language sql set search_path = '' as $$
  -- A browser belongs to whoever is signed in there now.
  insert into public.push_subscriptions (profile_id, endpoint, p256dh, auth, device, session_id)
  values (p_profile_id, p_endpoint, p_p256dh, p_auth, p_device, p_session_id)
  on conflict (endpoint) do update set
    profile_id = excluded.profile_id, p256dh = excluded.p256dh, auth = excluded.auth,
    device = excluded.device, session_id = excluded.session_id, created_at = now(), failures = 0
  -- Who has come to know an address of somebody else's cannot know the keys of that browser, too.
  where push_subscriptions.profile_id = excluded.profile_id
    or (push_subscriptions.p256dh, push_subscriptions.auth) = (excluded.p256dh, excluded.auth);
  delete from public.push_subscriptions where id in (
    select id from public.push_subscriptions where profile_id = p_profile_id
    order by created_at desc offset 10
  );
$$;
comment on function public.save_push_subscription is 'Keeps a browser''s address for pushes; of a person, the ten newest.';

create function public.note_pushes(p_ok uuid[], p_failed uuid[], p_gone uuid[]) returns void
language sql set search_path = '' as $$
  update public.push_subscriptions set last_ok_at = now(), failures = 0 where id = any (p_ok);
  update public.push_subscriptions set failures = failures + 1 where id = any (p_failed);
  delete from public.push_subscriptions
  where id = any (p_gone) or id = any (p_failed) and failures >= 20;
$$;
comment on function public.note_pushes is
  'How pushes went: what the push service no longer knows is removed, and what has failed twenty times in a row.';

create function private.push_targets(p_kind text, p_to uuid[], p_from uuid, p_match_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', s.id, 'endpoint', s.endpoint, 'p256dh', s.p256dh, 'auth', s.auth,
    'show_preview', coalesce(w.show_preview, false),
    'quiet_from', w.quiet_from, 'quiet_to', w.quiet_to, 'time_zone', coalesce(w.time_zone, 'UTC')
  )), '[]')
  from public.push_subscriptions s
  left join public.notification_preferences w on w.profile_id = s.profile_id
  where s.profile_id = any (p_to)
    and case p_kind
      when 'calls' then coalesce(w.calls, true)
      when 'missed_calls' then coalesce(w.missed_calls, true)
      when 'messages' then coalesce(w.messages, true)
      -- Whoever has the app in view is told there.
      when 'matches' then coalesce(w.matches, true) and not private.is_here(s.profile_id)
      else true
    end
    and (p_from is null or private.can_reach(p_from, s.profile_id))
    and not exists (
      select from public.match_members m
      where m.match_id = p_match_id and m.profile_id = s.profile_id and m.muted_until > now()
    );
$$;
comment on function private.push_targets is
  'Browsers to be told of something: of people who want to hear of that kind, can be reached by whoever causes it, and have not muted the match. Quiet hours are for the server to observe.';

create function public.find_push_targets(p_kind text, p_to uuid[], p_from uuid default null, p_match_id uuid default null)
returns jsonb
language sql stable set search_path = '' as $$
  select private.push_targets(p_kind, p_to, p_from, p_match_id);
$$;
comment on function public.find_push_targets is 'private.push_targets for the server.';

create function public.claim_message_alert(p_message_id uuid, p_sender_id uuid default null) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_message public.messages;
  v_to uuid[];
begin
  select m.* into v_message
  from public.messages m
  join public.match_members me on me.match_id = m.match_id and me.profile_id = m.sender_id and me.left_at is null
  where m.id = p_message_id and m.sender_id = coalesce(p_sender_id, m.sender_id)
    and m.kind in ('text', 'voice_note') and m.deleted_at is null
    and m.created_at > now() - interval '1 hour';
  if v_message.id is null then
    return null;
  end if;
  insert into public.message_alerts (message_id) values (p_message_id) on conflict do nothing;
  if not found then
    return null;
  end if;
  select array_agg(other.profile_id) into v_to
  from public.match_members other
  where other.match_id = v_message.match_id and other.profile_id <> v_message.sender_id and other.left_at is null
    and coalesce(other.last_read_at, '-infinity') < v_message.created_at
    and not private.is_here(other.profile_id);
  return (
    select jsonb_build_object(
      'match_id', m.id, 'match_kind', m.kind, 'title', m.title, 'sender_name', sender.display_name,
      'kind', v_message.kind, 'body', v_message.body, 'media_seconds', v_message.media_seconds,
      'targets', private.push_targets('messages', v_to, v_message.sender_id, m.id)
    )
    from public.matches m, public.profiles sender
    where m.id = v_message.match_id and sender.id = v_message.sender_id
  );
end;
$$;
comment on function public.claim_message_alert is
  'Whom a message is to be pushed to, once: members who have not read it and whose app is not in view. Null when there is nothing to do, or the message is not the sender''s.';

revoke execute on function private.push_targets from public;
grant execute on function private.push_targets to service_role;
revoke execute on function public.save_push_subscription, public.note_pushes, public.find_push_targets,
  public.claim_message_alert from public, anon, authenticated;
grant execute on function public.save_push_subscription, public.note_pushes, public.find_push_targets,
  public.claim_message_alert to service_role;
