-- Realtime: private channels. Two kinds are fed by triggers alone; clients send on the third. The
-- policies cannot see what event a client sends, so on a channel of mixed senders a member could
-- make up messages and calls.
--   match:<channel>      message, message-updated, reaction, call
--   user:<profile id>   match-updated, call, arrived, read, choices, call-permission
--   typing:<channel>     typing, from client to client

create function private.topic_id(topic text) returns uuid
language sql immutable set search_path = '' as $$
  select case when topic ~ '^(match|typing|user):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    then split_part(topic, ':', 2)::uuid end;
$$;

create function private.is_my_channel(p_channel uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from private.my_match_ids() as mine (match_id)
    join public.matches m on m.id = mine.match_id
    where coalesce(m.channel, m.id) = p_channel
  );
$$;

create function private.channel_of(p_match_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select 'match:' || coalesce(channel, id) from public.matches where id = p_match_id;
$$;
comment on function private.channel_of is 'Where the members of a match listen.';

-- Who listens is told to ask where it goes on; who may no longer listen is not told that.
create function private.move_channels(p_match_ids uuid[]) returns void
language sql security definer set search_path = '' as $$
  with moved as (
    update public.matches m set channel = gen_random_uuid()
    from (select id, coalesce(channel, id) as channel from public.matches where id = any (p_match_ids)) as before
    where m.id = before.id
    returning before.channel
  )
  select realtime.send('{}', 'moved', kind || ':' || channel, true)
  from moved cross join unnest(array['match', 'typing']) as kind;
$$;

create function private.leave_channels() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_table_name = 'profiles' then
    perform private.move_channels(array(
      select match_id from public.match_members where profile_id = new.id and left_at is null));
  elsif tg_table_name = 'blocks' then
    perform private.move_channels(array(
      select a.match_id from public.match_members a
      join public.match_members b on b.match_id = a.match_id and b.profile_id = new.blocked_id
      join public.matches m on m.id = a.match_id and m.kind = 'pair'
      where a.profile_id = new.blocker_id));
  elsif tg_table_name = 'matches' then
    perform private.move_channels(array[new.id]);
  else
    perform private.move_channels(array[new.match_id]);
  end if;
  return null;
end;
$$;
create trigger leave_channels after update of left_at on public.match_members
  for each row when (old.left_at is null and new.left_at is not null) execute function private.leave_channels();
create trigger leave_channels after update of ended_at on public.matches
  for each row when (old.ended_at is null and new.ended_at is not null) execute function private.leave_channels();
create trigger leave_channels after insert on public.blocks
  for each row execute function private.leave_channels();
create trigger leave_channels after update of leaving_at, suspended_at on public.profiles
  for each row when (
    old.leaving_at is null and new.leaving_at is not null
    or old.suspended_at is null and new.suspended_at is not null
  ) execute function private.leave_channels();
revoke execute on function private.is_my_channel, private.channel_of, private.move_channels,
  private.leave_channels from public;

create function private.may_receive(topic text) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(case split_part(topic, ':', 1)
    when 'match' then private.is_my_channel(private.topic_id(topic))
    when 'typing' then private.is_my_channel(private.topic_id(topic))
    when 'user' then private.topic_id(topic) = auth.uid()
  end, false);
$$;

revoke execute on function private.topic_id, private.may_receive from public;
grant execute on function private.topic_id, private.may_receive to authenticated;

create policy "members receive on their match, people on their own channel" on realtime.messages
  for select to authenticated using (private.may_receive((select realtime.topic())));
create policy "members send to each other that they are typing" on realtime.messages
  for insert to authenticated with check (
    extension = 'broadcast'
    and (select realtime.topic()) like 'typing:%'
    and private.may_receive((select realtime.topic()))
  );

create function private.tell_members(p_match_id uuid, p_event text, p_payload jsonb) returns void
language sql security definer set search_path = '' as $$
  select realtime.send(p_payload, p_event, 'user:' || profile_id, true)
  from public.match_members where match_id = p_match_id and left_at is null;
$$;

create function private.call_json(c public.calls) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object(
    'id', c.id, 'provider_sid', c.provider_sid, 'kind', c.kind, 'match_id', c.match_id,
    'caller_id', c.caller_id, 'status', c.status, 'started_at', c.started_at, 'answered_at', c.answered_at,
    'ended_at', c.ended_at, 'duration_seconds', c.duration_seconds, 'end_reason', c.shown_end_reason,
    'reach', c.reach, 'recording', c.recording, 'recording_asked_by', c.recording_asked_by
  ) || case when c.participants is null then '{}' else jsonb_build_object('participants', c.participants) end;
$$;

create function private.broadcast_message() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_call public.calls;
  v_payload jsonb := to_jsonb(new);
begin
  if new.deleted_at is not null then
    v_payload := v_payload || '{"body": null, "media_path": null, "waveform": null}';
  end if;
  if new.call_id is not null then
    select * into v_call from public.calls where id = new.call_id;
    v_payload := v_payload || jsonb_build_object('call', private.call_json(v_call));
  end if;
  perform realtime.send(
    v_payload, case tg_op when 'INSERT' then 'message' else 'message-updated' end, private.channel_of(new.match_id), true);
  perform private.tell_members(new.match_id, 'match-updated', jsonb_build_object('match_id', new.match_id));
  return null;
end;
$$;
create trigger broadcast_message after insert or update on public.messages
  for each row execute function private.broadcast_message();

create function private.broadcast_call() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.match_id is null then
    perform realtime.send(private.call_json(new), 'call', 'user:' || profile_id, true)
    from (
      select distinct profile_id from public.call_participants
      where call_id = new.id and profile_id is not null
    ) as concerned;
    return null;
  end if;
  perform realtime.send(private.call_json(new), 'call', private.channel_of(new.match_id), true);
  perform private.tell_members(new.match_id, 'call', private.call_json(new));
  return null;
end;
$$;
create trigger broadcast_new_call after insert on public.calls
  for each row when (new.provider_sid not like 'RM%') execute function private.broadcast_call();
-- A room is told of when it is settled, which also follows its closing: not twice.
create trigger broadcast_changed_call after update on public.calls
  for each row when (old is distinct from new and old.closed_at is not distinct from new.closed_at)
  execute function private.broadcast_call();

-- A telephone that rings after the app changes nothing of the call's row; its owner is told all the
-- same, and finds on the page which key to press.
create function private.broadcast_telephone() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform realtime.send(private.call_json(c), 'call', 'user:' || new.profile_id, true)
  from public.calls c where c.id = new.call_id;
  return null;
end;
$$;
create trigger broadcast_telephone after update of channel on public.call_participants
  for each row when (new.channel = 'phone' and old.channel <> 'phone' and new.profile_id is not null)
  execute function private.broadcast_telephone();

create function private.broadcast_read() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.shared_read_at is distinct from old.shared_read_at then
    -- Not by the match's channel: who sends no read receipts gets none.
    perform realtime.send(
      jsonb_build_object(
        'match_id', new.match_id, 'profile_id', new.profile_id, 'last_read_at', new.shared_read_at),
      'read', 'user:' || other.profile_id, true)
    from public.match_members other
    where other.match_id = new.match_id and other.profile_id <> new.profile_id and other.left_at is null
      and private.shares_read_receipts(other.profile_id);
  end if;
  perform realtime.send(
    jsonb_build_object('match_id', new.match_id), 'match-updated', 'user:' || new.profile_id, true);
  return null;
end;
$$;
create trigger broadcast_read after update of last_read_at on public.match_members
  for each row when (
    new.last_read_at is distinct from old.last_read_at
    or new.shared_read_at is distinct from old.shared_read_at
  ) execute function private.broadcast_read();

-- A block, an ended match, a member who comes or goes: the lists of all concerned change.
-- The payload does not say why, so nobody learns from it that they were blocked.
create function private.broadcast_membership() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_table_name = 'blocks' then
    perform realtime.send('{}', 'match-updated', 'user:' || profile_id, true)
    from unnest(case tg_op
      when 'DELETE' then array[old.blocker_id, old.blocked_id]
      else array[new.blocker_id, new.blocked_id]
    end) as concerned (profile_id);
  elsif tg_table_name = 'matches' then
    perform private.tell_members(new.id, 'match-updated', jsonb_build_object('match_id', new.id));
  else
    perform realtime.send(
      jsonb_build_object('match_id', new.match_id), 'match-updated', 'user:' || new.profile_id, true);
    perform private.tell_members(new.match_id, 'match-updated', jsonb_build_object('match_id', new.match_id));
  end if;
  return null;
end;
$$;
create trigger broadcast_block after insert or delete on public.blocks
  for each row execute function private.broadcast_membership();
create trigger broadcast_match after update of title, ended_at on public.matches
  for each row execute function private.broadcast_membership();
create trigger broadcast_member after insert or update of left_at on public.match_members
  for each row execute function private.broadcast_membership();

create function private.tell_presence(p_profile_id uuid, p_last_seen_at timestamptz) returns void
language sql security definer set search_path = '' as $$
  select realtime.send(
    jsonb_build_object('profile_id', p_profile_id, 'last_seen_at', p_last_seen_at),
    'arrived', 'user:' || profile_id, true)
  from (
    select distinct theirs.profile_id
    from public.match_members mine
    join public.match_members theirs on theirs.match_id = mine.match_id
    where mine.profile_id = p_profile_id and private.can_reach(p_profile_id, theirs.profile_id)
      and private.shares_last_seen(theirs.profile_id)
  ) as reachable;
$$;
comment on function private.tell_presence is
  'Tells whoever can reach a person, and shows when they were here themselves, that this person is back; null takes it back.';

-- Somebody who was away is back: whoever can reach them need not wait for their own next heartbeat.
create function private.broadcast_arrival() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- Waits for who is hiding at this moment: their arrival must not be told after they have hidden.
  perform from public.private_profiles where id = new.id for share;
  if private.shares_last_seen(new.id) then
    perform private.tell_presence(new.id, new.last_seen_at);
  end if;
  return null;
end;
$$;
create trigger broadcast_arrival after update of last_seen_at on public.profiles
  for each row when (
    old.last_seen_at is null or new.last_seen_at - old.last_seen_at > interval '90 seconds'
  ) execute function private.broadcast_arrival();

-- What is no longer shown goes from open pages too, one's own and the others'.
create function private.broadcast_choices() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.share_last_seen <> old.share_last_seen then
    perform private.tell_presence(
      new.id, case when new.share_last_seen then (select last_seen_at from public.profiles where id = new.id) end);
  end if;
  perform realtime.send(
    jsonb_build_object(
      'share_read_receipts', new.share_read_receipts, 'share_last_seen', new.share_last_seen),
    'choices', 'user:' || new.id, true);
  perform realtime.send('{}', 'match-updated', 'user:' || new.id, true);
  return null;
end;
$$;
create trigger broadcast_choices after update of share_read_receipts, share_last_seen on public.private_profiles
  for each row when (
    new.share_read_receipts <> old.share_read_receipts or new.share_last_seen <> old.share_last_seen
  ) execute function private.broadcast_choices();

revoke execute on function private.tell_members, private.call_json, private.broadcast_message, private.broadcast_call,
  private.broadcast_telephone, private.broadcast_read, private.broadcast_membership,
  private.tell_presence, private.broadcast_arrival, private.broadcast_choices from public;
