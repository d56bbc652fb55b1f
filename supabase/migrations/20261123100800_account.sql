-- The end of an account: first a grace period, in which the person can come back, then the purge.
-- From the first moment of the grace period they are nowhere to be seen or reached.

create table public.barred_accounts (
  auth_email text primary key check (char_length(auth_email) <= 320),
  created_at timestamptz not null default now()
);
comment on table public.barred_accounts is
  'Accounts that were suspended and then deleted: nobody opens one anew with the same number or address.';
comment on column public.barred_accounts.auth_email is
  'What an account of that number or address would sign in as: a keyed hash, from which neither can be read.';

alter table public.barred_accounts enable row level security;
revoke all on public.barred_accounts from anon, authenticated;
grant all on public.barred_accounts to service_role;
create policy "nobody but the server" on public.barred_accounts for select to authenticated using (false);

create index profiles_leaving_at_idx on public.profiles (leaving_at) where leaving_at is not null;

create function public.start_leaving(p_profile_id uuid) returns timestamptz
language plpgsql set search_path = '' as $$
declare
  v_leaving_at timestamptz;
begin
  update public.profiles set leaving_at = coalesce(leaving_at, now())
  where id = p_profile_id
  returning leaving_at into v_leaving_at;
  perform private.end_sessions(p_profile_id);
  return v_leaving_at;
end;
$$;
comment on function public.start_leaving is
  'Begins the grace period of an account, or finds it begun, and signs the person out everywhere; says since when, or null without such a profile.';

create table public.account_purges (
  profile_id uuid primary key references public.profiles (id) on delete cascade,
  tries integer not null default 0,
  due_at timestamptz not null
);
comment on table public.account_purges is
  'Accounts whose purge has begun, from which there is no way back. due_at is the time of the next try, and a lease until then.';
create index account_purges_due_at_idx on public.account_purges (due_at);
alter table public.account_purges enable row level security;
revoke all on public.account_purges from anon, authenticated;
grant all on public.account_purges to service_role;
create policy "nobody but the server" on public.account_purges for select to authenticated using (false);

create function public.keep_account(p_profile_id uuid) returns boolean
language plpgsql set search_path = '' as $$
begin
  perform from public.profiles where id = p_profile_id for update;
  update public.profiles set leaving_at = null
  where id = p_profile_id and leaving_at is not null
    and not exists (select from public.account_purges where profile_id = p_profile_id);
  return not exists (select from public.profiles where id = p_profile_id and leaving_at is not null);
end;
$$;
comment on function public.keep_account is
  'Ends the grace period: all is as it was. False when it is over and the purge has begun.';

create function public.due_accounts(p_grace_days integer, p_limit integer) returns setof uuid
language sql stable set search_path = '' as $$
  select p.id from public.profiles p
  where p.leaving_at <= now() - make_interval(days => p_grace_days)
    -- Evidence does not go before somebody has looked at it.
    and not exists (
      select from public.reports r where r.reported_id = p.id and r.state in ('open', 'reviewing')
    )
    and not exists (
      select from public.account_purges begun where begun.profile_id = p.id and begun.due_at > now()
    )
  -- One that has failed is tried again after those that have not been tried.
  order by (select begun.due_at from public.account_purges begun where begun.profile_id = p.id) nulls first, p.leaving_at
  limit p_limit;
$$;
comment on function public.due_accounts is
  'Accounts to purge: the grace period is over, no report about the person waits for moderators, and no failed try was a moment ago.';

create function public.begin_purge(p_profile_id uuid, p_grace_days integer) returns boolean
language plpgsql set search_path = '' as $$
begin
  perform from public.profiles
  where id = p_profile_id and leaving_at <= now() - make_interval(days => p_grace_days)
  for update;
  if not found then
    return false;
  end if;
  insert into public.account_purges as begun (profile_id, tries, due_at)
  values (p_profile_id, 1, now() + interval '15 minutes')
  on conflict (profile_id) do update set
    tries = begun.tries + 1,
    due_at = now() + least(interval '1 day', interval '15 minutes' * power(2, least(begun.tries, 10)))
  where begun.due_at <= now();
  return found;
end;
$$;
comment on function public.begin_purge is
  'Takes an account to be purged, for one caller at a time; from now on it cannot be kept. False when the person has come back meanwhile, or somebody else has it. One that fails is due again after 15 minutes, then 30 and so on up to a day.';

create function public.recordings_of(p_profile_id uuid) returns setof text
language sql stable set search_path = '' as $$
  select r.provider_sid from public.recordings r
  where r.deleted_at is null and (
    r.owner_id = p_profile_id
    or exists (
      select from public.call_participants
      where call_id = r.call_id and profile_id = p_profile_id
    )
  )
  order by r.started_at
  limit 100;
$$;
comment on function public.recordings_of is
  'A hundred of the recordings in which a person is heard, or which were left for them.';

create function private.without_name(p_words text, p_name text) returns text
language sql immutable set search_path = '' as $$
  select regexp_replace(
    p_words, '(^|[^[:alnum:]])' || regexp_replace(p_name, '([^[:alnum:][:space:]])', '\\\1', 'g') || '(?![[:alnum:]])',
    '\1Former member', 'g');
$$;
comment on function private.without_name is 'A line of a group''s history without the name of one who is gone.';

create function public.anonymise_account(p_profile_id uuid) returns boolean
language plpgsql set search_path = '' as $$
declare
  v_name text;
  v_match public.matches;
begin
  perform private.lock_people(array[p_profile_id]);
  select display_name into v_name from public.profiles
  where id = p_profile_id and leaving_at is not null;
  if v_name is null then
    return false;
  end if;
  for v_match in
    select m.* from public.match_members me join public.matches m on m.id = me.match_id
    where me.profile_id = p_profile_id
    order by m.id
  loop
    if v_match.kind = 'pair' then
      update public.matches set ended_at = now() where id = v_match.id and ended_at is null;
    else
      perform private.leave_group(p_profile_id, v_match.id);
      update public.messages set body = private.without_name(body, v_name)
      where match_id = v_match.id and kind = 'system' and body <> private.without_name(body, v_name);
    end if;
  end loop;

  -- The lines stay, so that what others answered still makes sense; the words go.
  update public.messages set
    body = null, media_path = null, media_type = null, waveform = null, deleted_at = coalesce(deleted_at, now())
  where sender_id = p_profile_id and kind in ('text', 'voice_note')
    and (body is not null or media_path is not null or deleted_at is null);
  delete from public.deleted_messages where sender_id = p_profile_id;
  update public.reports set details = '', evidence = null
  where state in ('actioned', 'dismissed') and p_profile_id in (reporter_id, reported_id)
    and (evidence is not null or details <> '');
  return true;
end;
$$;
comment on function public.anonymise_account is
  'Takes from what others keep all that a leaving person said and is called; may be repeated. False for somebody who has come back, or is gone.';

revoke execute on function private.without_name from public;
grant execute on function private.without_name to service_role;
revoke execute on function public.start_leaving, public.keep_account, public.due_accounts,
  public.begin_purge, public.recordings_of, public.anonymise_account from public, anon, authenticated;
grant execute on function public.start_leaving, public.keep_account, public.due_accounts,
  public.begin_purge, public.recordings_of, public.anonymise_account to service_role;
