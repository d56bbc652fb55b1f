-- Who may begin a call in a pair match: what the other has allowed, for every path alike. It says
-- nothing of calls that are on, nor of the rooms of groups, which one can leave or mute.

create function private.call_refusal(p_caller_id uuid, p_callee_id uuid, p_kind public.call_kind) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'outcome', case callee.call_permission when 'nobody' then 'not_allowed' else 'needs_consent' end,
    'match_id', m.id,
    'callee_name', p.display_name
  )
  from public.match_members caller
  join public.matches m on m.id = caller.match_id and m.kind = 'pair' and m.ended_at is null
  join public.match_members callee on callee.match_id = m.id and callee.profile_id = p_callee_id
  join public.profiles p on p.id = callee.profile_id
  where caller.profile_id = p_caller_id and caller.left_at is null and callee.left_at is null
    and (
      callee.call_permission in ('ask', 'nobody')
      or callee.call_permission = 'voice' and p_kind = 'video'
    )
  limit 1;
$$;
comment on function private.call_refusal is
  'Why a person may not begin a call of this kind with their match: not_allowed (the other wants no calls) or needs_consent (the other is to be asked first); null when they may, or are no pair.';

create function private.room_refusal(p_match_id uuid, p_caller_id uuid, p_kind public.call_kind) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.call_refusal(p_caller_id, other.profile_id, p_kind)
  from public.matches m
  join public.match_members other on other.match_id = m.id and other.profile_id <> p_caller_id
  where m.id = p_match_id and m.kind = 'pair' and other.left_at is null;
$$;
comment on function private.room_refusal is 'private.call_refusal of a call in a match; null in a group.';

create function private.refuse_call(
  p_provider_sid text,
  p_caller_id uuid,
  p_callee_id uuid,
  p_kind public.call_kind,
  p_tell_browser boolean
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_refusal jsonb := private.call_refusal(p_caller_id, p_callee_id, p_kind);
begin
  -- The provider asks twice about one call: what has begun goes on.
  if v_refusal is null or exists (select from public.calls where provider_sid = p_provider_sid) then
    return null;
  end if;
  if p_tell_browser then
    -- There is no row that would tell, and the SDK hears of an end, not of its reason.
    perform realtime.send(
      v_refusal || jsonb_build_object('what', 'refused', 'kind', p_kind, 'name', v_refusal -> 'callee_name'),
      'call-permission', 'user:' || p_caller_id, true);
  end if;
  return v_refusal;
end;
$$;
comment on function private.refuse_call is
  'private.call_refusal of a call that begins; null for one that has begun. Whoever asks holds the locks of both people, as does who changes a permission.';

revoke execute on function private.call_refusal, private.room_refusal, private.refuse_call from public;
grant execute on function private.call_refusal, private.room_refusal, private.refuse_call to service_role;
