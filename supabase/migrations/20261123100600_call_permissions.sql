-- First-call consent: a person asks whether they may call, and the other allows it, or not now.
-- Nobody learns that they were declined: to them it looks as if there were no answer yet.

create type public.permission_request_state as enum ('asked', 'allowed', 'declined', 'withdrawn');

create table public.call_permission_requests (
  match_id uuid not null references public.matches (id) on delete cascade,
  asker_id uuid not null references public.profiles (id) on delete cascade,
  kind public.call_kind not null check (kind in ('voice', 'video')),
  state public.permission_request_state not null default 'asked',
  asked_at timestamptz not null default now(),
  answered_at timestamptz,
  declined_at timestamptz,
  primary key (match_id, asker_id)
);
comment on table public.call_permission_requests is
  'Who has asked in a pair match to be allowed to call: the latest request of each person.';
comment on column public.call_permission_requests.declined_at is
  'The last refusal, kept when the request is made anew: for 24 hours the other is not asked again.';
create index call_permission_requests_asker_id_idx on public.call_permission_requests (asker_id);

alter table public.call_permission_requests enable row level security;
revoke all on public.call_permission_requests from anon, authenticated;
grant all on public.call_permission_requests to service_role;
create policy "nobody but the server" on public.call_permission_requests
  for select to authenticated using (false);

create function private.tell_permission(
  p_to uuid, p_what text, p_match_id uuid, p_kind public.call_kind default null, p_by uuid default null
) returns void
language sql security definer set search_path = '' as $$
  select realtime.send(
    jsonb_build_object(
      'what', p_what, 'match_id', p_match_id, 'kind', p_kind,
      'name', (select display_name from public.profiles where id = p_by)
    ),
    'call-permission', 'user:' || p_to, true);
$$;
comment on function private.tell_permission is
  'Says on somebody''s own channel what has become of permissions in a match: asked, allowed or changed.';

create function private.permit_calls(
  p_match_id uuid, p_profile_id uuid, p_other_id uuid, p_permission public.call_permission
) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_kind public.call_kind;
begin
  update public.match_members set call_permission = p_permission
  where match_id = p_match_id and profile_id = p_profile_id;
  update public.call_permission_requests set state = 'allowed', answered_at = now(), declined_at = null
  where match_id = p_match_id and asker_id = p_other_id and state in ('asked', 'declined')
    and (p_permission = 'video' or p_permission = 'voice' and kind = 'voice')
  returning kind into v_kind;
  if v_kind is not null then
    perform private.tell_permission(p_other_id, 'allowed', p_match_id, v_kind, p_profile_id);
  else
    if p_permission = 'nobody' then
      update public.call_permission_requests set state = 'declined', answered_at = now(), declined_at = now()
      where match_id = p_match_id and asker_id = p_other_id and state = 'asked';
    end if;
    perform private.tell_permission(p_other_id, 'changed', p_match_id);
  end if;
  perform private.tell_permission(p_profile_id, 'changed', p_match_id);
end;
$$;
comment on function private.permit_calls is
  'Sets who of a pair may call a person, and answers the request that this grants or, with nobody, refuses.';

create function private.called_back() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_request public.call_permission_requests;
begin
  select r.* into v_request
  from public.call_permission_requests r
  where r.match_id = new.match_id and r.asker_id <> new.caller_id and r.state = 'asked'
    and (r.kind = 'voice' or new.kind = 'video');
  if v_request.match_id is not null then
    perform private.permit_calls(new.match_id, new.caller_id, v_request.asker_id, greatest(
      v_request.kind::text::public.call_permission,
      (select call_permission from public.match_members
       where match_id = new.match_id and profile_id = new.caller_id)));
  end if;
  return null;
end;
$$;
comment on function private.called_back is 'Who calls the person that has asked to call has said yes.';
create trigger called_back after insert on public.calls
  for each row when (new.match_id is not null and new.caller_id is not null)
  execute function private.called_back();

create function private.my_call_permissions() returns table (
  match_id uuid,
  profile_id uuid,
  display_name text,
  mine public.call_permission,
  theirs public.call_permission,
  asked public.call_kind,
  allowed public.call_kind,
  wanted public.call_kind
)
language sql stable security definer set search_path = '' as $$
  select
    m.id, person.id, person.display_name, me.call_permission, other.call_permission,
    -- For a day, answered or not: an end of its own would tell that it was declined.
    case
      when own.state in ('asked', 'declined') and own.asked_at > now() - interval '24 hours' then own.kind
    end,
    case
      when own.state = 'allowed' and own.answered_at > now() - interval '3 days'
        and (other.call_permission = 'video' or other.call_permission = 'voice' and own.kind = 'voice')
        and not exists (
        select from public.calls c where c.match_id = m.id and c.started_at > own.answered_at
      ) then own.kind
    end,
    case when their.state = 'asked' then their.kind end
  from private.my_match_ids() as mine (match_id)
  join public.matches m on m.id = mine.match_id and m.kind = 'pair'
  join public.match_members me on me.match_id = m.id and me.profile_id = auth.uid()
  join public.match_members other
    on other.match_id = m.id and other.profile_id <> me.profile_id and other.left_at is null
  join public.profiles person on person.id = other.profile_id
  left join public.call_permission_requests own on own.match_id = m.id and own.asker_id = me.profile_id
  left join public.call_permission_requests their on their.match_id = m.id and their.asker_id = other.profile_id;
$$;

revoke execute on function private.tell_permission, private.permit_calls, private.called_back,
  private.my_call_permissions from public;
grant execute on function private.permit_calls, private.tell_permission to service_role;
grant execute on function private.my_call_permissions to authenticated;

create function public.list_call_permissions() returns table (
  match_id uuid,
  profile_id uuid,
  display_name text,
  mine public.call_permission,
  theirs public.call_permission,
  asked public.call_kind,
  allowed public.call_kind,
  wanted public.call_kind
)
language sql stable set search_path = '' as $$
  select * from private.my_call_permissions();
$$;
comment on function public.list_call_permissions is
  'Of each pair match of the current user: who may call whom; what they have asked for without an answer yet, what was allowed lately and not made use of, and what the other asks for.';
revoke execute on function public.list_call_permissions from public, anon;
grant execute on function public.list_call_permissions to authenticated;

-- The functions below take turns with calls that begin, by the locks of begin_call.

create function public.set_call_permission(
  p_profile_id uuid, p_match_id uuid, p_permission public.call_permission
) returns boolean
language plpgsql set search_path = '' as $$
declare
  v_other_id uuid := private.other_of_pair(p_match_id, p_profile_id);
begin
  perform private.lock_people(array[p_profile_id, v_other_id]);
  -- Asked again: a block may have come first.
  v_other_id := private.other_of_pair(p_match_id, p_profile_id);
  if v_other_id is null then
    return false;
  end if;
  perform private.permit_calls(p_match_id, p_profile_id, v_other_id, p_permission);
  return true;
end;
$$;
comment on function public.set_call_permission is
  'Sets what the other person of a pair may do; false when it is no live pair of this person.';

create function public.request_call(p_profile_id uuid, p_match_id uuid, p_kind public.call_kind) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_other_id uuid := private.other_of_pair(p_match_id, p_profile_id);
  v_refusal jsonb;
  v_permission public.call_permission;
  v_state public.permission_request_state;
begin
  perform private.lock_people(array[p_profile_id, v_other_id]);
  -- Asked again: a block may have come first.
  v_other_id := private.other_of_pair(p_match_id, p_profile_id);
  if v_other_id is null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  v_refusal := private.call_refusal(p_profile_id, v_other_id, p_kind);
  if v_refusal is null then
    return jsonb_build_object('outcome', 'allowed');
  elsif v_refusal ->> 'outcome' = 'not_allowed' then
    return v_refusal;
  end if;

  insert into public.call_permission_requests as r (match_id, asker_id, kind)
  values (p_match_id, p_profile_id, p_kind)
  on conflict (match_id, asker_id) do update set
    kind = excluded.kind, asked_at = now(), answered_at = null,
    state = (case when r.declined_at > now() - interval '24 hours' then 'declined' else 'asked' end
      )::public.permission_request_state
  where r.state not in ('asked', 'declined') or r.kind <> excluded.kind
    or r.asked_at <= now() - interval '24 hours'
  returning state into v_state;

  -- Who asks to call may be called back.
  select call_permission into v_permission from public.match_members
  where match_id = p_match_id and profile_id = p_profile_id;
  if v_permission < p_kind::text::public.call_permission then
    perform private.permit_calls(p_match_id, p_profile_id, v_other_id, p_kind::text::public.call_permission);
  else
    perform private.tell_permission(p_profile_id, 'changed', p_match_id);
  end if;
  if v_state = 'asked' then
    perform private.tell_permission(v_other_id, 'asked', p_match_id, p_kind, p_profile_id);
  end if;
  return jsonb_build_object(
    'outcome', 'asked', 'callee_name', v_refusal ->> 'callee_name', 'callee_id', v_other_id,
    'asker_name', (select display_name from public.profiles where id = p_profile_id),
    'is_new', v_state is not distinct from 'asked');
end;
$$;
comment on function public.request_call is
  'Asks the other person of a pair to allow calls of a kind. The outcome is asked (also when the other has said "not now" within a day and is not bothered; is_new tells the server whether they are), allowed (there is nothing to ask), not_allowed (they want no calls) or unknown (no live pair of this person).';

create function public.answer_call_request(p_profile_id uuid, p_match_id uuid, p_allow boolean) returns text
language plpgsql set search_path = '' as $$
declare
  v_other_id uuid := private.other_of_pair(p_match_id, p_profile_id);
  v_kind public.call_kind;
begin
  perform private.lock_people(array[p_profile_id, v_other_id]);
  v_other_id := private.other_of_pair(p_match_id, p_profile_id);
  select kind into v_kind from public.call_permission_requests
  where match_id = p_match_id and asker_id = v_other_id and state = 'asked';
  if v_kind is null then
    return 'unknown';
  elsif p_allow then
    perform private.permit_calls(p_match_id, p_profile_id, v_other_id, greatest(
      v_kind::text::public.call_permission,
      (select call_permission from public.match_members
       where match_id = p_match_id and profile_id = p_profile_id)));
    return 'allowed';
  end if;
  update public.call_permission_requests set state = 'declined', answered_at = now(), declined_at = now()
  where match_id = p_match_id and asker_id = v_other_id;
  perform private.tell_permission(p_profile_id, 'changed', p_match_id);
  return 'declined';
end;
$$;
comment on function public.answer_call_request is
  'Answers the open request of the other person of a pair; allowing it lets them call in that way from then on. The answer is allowed, declined or unknown (nothing was asked).';

create function public.withdraw_call_request(p_profile_id uuid, p_match_id uuid) returns boolean
language plpgsql set search_path = '' as $$
declare
  v_other_id uuid := private.other_of_pair(p_match_id, p_profile_id);
begin
  if v_other_id is null then
    return false;
  end if;
  update public.call_permission_requests set state = 'withdrawn'
  where match_id = p_match_id and asker_id = p_profile_id and state <> 'withdrawn';
  if found then
    perform private.tell_permission(id, 'changed', p_match_id)
    from unnest(array[p_profile_id, v_other_id]) as id;
  end if;
  return true;
end;
$$;
comment on function public.withdraw_call_request is
  'Takes a request of one''s own back, or puts the answer to it away; false when it is no live pair of this person.';

revoke execute on function public.set_call_permission, public.request_call, public.answer_call_request,
  public.withdraw_call_request from public, anon, authenticated;
grant execute on function public.set_call_permission, public.request_call, public.answer_call_request,
  public.withdraw_call_request to service_role;
