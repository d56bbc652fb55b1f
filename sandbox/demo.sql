-- Only for the sandbox: whoever signs up is matched with Echo at once, so that a
-- newcomer has a match to write to and someone to call.
create or replace function private.match_with_echo() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_echo constant uuid := '00000000-0000-4000-8000-000000000100';
  v_match_id uuid;
begin
  if new.id = v_echo or not exists (select from public.profiles where id = v_echo) then
    return null;
  end if;
  insert into public.matches default values returning id into v_match_id;
  insert into public.match_members (match_id, profile_id, call_permission)
  values (v_match_id, new.id, 'video'), (v_match_id, v_echo, 'video');
  insert into public.messages (match_id, sender_id, body) values
    (v_match_id, v_echo, 'Hello ' || new.display_name || '! Call me and say something: I repeat what I hear.');
  return null;
end;
$$;
revoke execute on function private.match_with_echo from public;
create or replace trigger match_with_echo after insert on public.profiles
  for each row execute function private.match_with_echo();

-- The last of the demo people with a telephone moderates, and finds a report to begin with.
update auth.users set raw_app_meta_data = coalesce(raw_app_meta_data, '{}') || '{"role": "moderator"}'
where id = '00000000-0000-4000-8000-000000000112';
insert into public.reports (id, reporter_id, reported_id, reason, details, evidence)
select '70000000-0000-4000-8000-000000000001', reporter.id, reported.id, 'spam',
  'Sent me a link to a shop instead of an answer.', private.evidence(reporter.id, reported.id, null)
from public.profiles reporter, public.profiles reported
where reporter.id = '00000000-0000-4000-8000-000000000105' and reported.id = '00000000-0000-4000-8000-000000000115'
on conflict do nothing;

-- A like given to one of the demo people is told to the sandbox, on a topic that no browser may join.
create or replace function private.tell_of_demo_like() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform realtime.send(
    jsonb_build_object('liker_id', new.liker_id, 'liked_id', new.liked_id), 'like', 'demo:likes', true);
  return null;
end;
$$;
revoke execute on function private.tell_of_demo_like from public;
create or replace trigger tell_of_demo_like after insert or update of kind on public.likes
  for each row when (new.kind = 'like') execute function private.tell_of_demo_like();
