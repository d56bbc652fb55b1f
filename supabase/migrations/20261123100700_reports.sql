-- Reports: what people tell the moderators of each other, with the evidence as it was, and what
-- moderators do about it.

create type public.report_reason as enum (
  'harassment', 'nudity', 'scam', 'fake', 'under_age', 'spam', 'other'
);
create type public.report_state as enum ('open', 'reviewing', 'actioned', 'dismissed');
create type public.report_action as enum ('review', 'dismiss', 'warn', 'suspend', 'restore');

create table public.reports (
  id uuid primary key default gen_random_uuid(),
  reporter_id uuid references public.profiles (id) on delete set null,
  reported_id uuid references public.profiles (id) on delete set null,
  match_id uuid references public.matches (id) on delete set null,
  call_id uuid references public.calls (id) on delete set null,
  reason public.report_reason not null,
  details text not null default '' check (char_length(details) <= 1000),
  evidence jsonb,
  state public.report_state not null default 'open',
  action public.report_action,
  handled_by uuid references public.profiles (id) on delete set null,
  handled_at timestamptz,
  note text not null default '' check (char_length(note) <= 2000),
  created_at timestamptz not null default now()
);
comment on table public.reports is
  'What people report to the moderators. Not even who has written one reads it again.';
comment on column public.reports.evidence is
  'The profile and the last messages of the match as they were; null once one of the two is deleted.';
comment on column public.reports.note is 'What moderators note for each other.';
create index reports_state_idx on public.reports (state, created_at desc);
create index reports_reporter_id_idx on public.reports (reporter_id);
create index reports_reported_id_idx on public.reports (reported_id, created_at desc);
create index reports_match_id_idx on public.reports (match_id);
create index reports_call_id_idx on public.reports (call_id);
create index reports_handled_by_idx on public.reports (handled_by);

alter table public.reports enable row level security;
revoke all on public.reports from anon, authenticated;
grant all on public.reports to service_role;
create policy "nobody but the server" on public.reports for select to authenticated using (false);

create table public.warnings (
  id uuid primary key default gen_random_uuid(),
  profile_id uuid not null references public.profiles (id) on delete cascade,
  words text not null check (char_length(words) between 1 and 500),
  created_at timestamptz not null default now(),
  read_at timestamptz
);
comment on table public.warnings is 'What moderators have told a person who was reported.';
create index warnings_profile_id_idx on public.warnings (profile_id);

alter table public.warnings enable row level security;
revoke all on public.warnings from anon, authenticated;
grant select on public.warnings to authenticated;
grant update (read_at) on public.warnings to authenticated;
grant all on public.warnings to service_role;
create policy "a person reads what they are told" on public.warnings
  for select to authenticated using (profile_id = (select auth.uid()));
create policy "a person marks it as read" on public.warnings
  for update to authenticated
  using (profile_id = (select auth.uid()) and read_at is null)
  with check (profile_id = (select auth.uid()) and read_at between now() - interval '1 day' and now());

create function private.evidence(p_reporter_id uuid, p_reported_id uuid, p_match_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'profile', (
      select jsonb_build_object(
        'name', display_name, 'bio', bio, 'age', extract(year from age(birth_date))::integer,
        'occupation', occupation, 'hometown', hometown, 'interests', interests,
        'has_picture', avatar_path is not null, 'since', created_at
      )
      from public.profiles where id = p_reported_id
    ),
    'messages', coalesce((
      select jsonb_agg(jsonb_build_object(
        'from', case sender_id
          when p_reporter_id then 'reporter' when p_reported_id then 'reported' else 'other'
        end,
        'kind', kind, 'body', words, 'seconds', media_seconds, 'at', created_at, 'deleted', deleted_at is not null
      ) order by created_at, id)
      from (
        -- Who threatens and then takes it back has said it all the same. Nobody else's words come back.
        select m.*, coalesce(m.body, (
          select gone.body from public.deleted_messages gone
          where gone.message_id = m.id and gone.sender_id = p_reported_id
        )) as words
        from public.messages m
        join public.match_members me on me.match_id = m.match_id and me.profile_id = p_reporter_id
        where m.match_id = p_match_id
          -- What was said before they came to a group, or after they left, is not theirs to hand on.
          and m.created_at >= case
            when exists (select from public.matches where id = p_match_id and kind = 'group') then me.joined_at
            else '-infinity'
          end
          and m.created_at <= coalesce(me.left_at, 'infinity')
        order by m.created_at desc, m.id desc
        limit 30
      ) as latest
    ), '[]')
  );
$$;
comment on function private.evidence is
  'What moderators have to see: the profile of whoever is reported, and the last 30 messages of the match, as they are now, with what the reported person has taken back lately.';

create function public.report_person(
  p_reporter_id uuid,
  p_reported_id uuid,
  p_reason public.report_reason,
  p_details text default '',
  p_match_id uuid default null,
  p_call_sid text default null
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_match_id uuid;
  v_report_id uuid;
begin
  if p_reporter_id = p_reported_id
    or not exists (select from public.profiles where id = p_reported_id)
    or not exists (select from public.profiles where id = p_reporter_id)
  then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  -- Whatever has become of the match since: who was unmatched may still report.
  select mine.match_id into v_match_id
  from public.match_members mine
  join public.match_members theirs on theirs.match_id = mine.match_id and theirs.profile_id = p_reported_id
  where mine.match_id = p_match_id and mine.profile_id = p_reporter_id;
  if p_match_id is not null and v_match_id is null then
    return jsonb_build_object('outcome', 'unknown');
  end if;

  insert into public.reports (reporter_id, reported_id, match_id, call_id, reason, details, evidence)
  values (
    p_reporter_id, p_reported_id, v_match_id,
    (
      select c.id from public.calls c
      where c.id = coalesce(
        (select id from public.calls where provider_sid = p_call_sid),
        (select call_id from public.call_participants where leg_sid = p_call_sid)
      ) and 2 = (
        select count(distinct profile_id) from public.call_participants
        where call_id = c.id and profile_id in (p_reporter_id, p_reported_id)
      )
    ),
    p_reason, p_details, private.evidence(p_reporter_id, p_reported_id, v_match_id)
  )
  returning id into v_report_id;
  return jsonb_build_object('outcome', 'reported', 'id', v_report_id);
end;
$$;
comment on function public.report_person is
  'Keeps a report with its evidence. The outcome is reported, or unknown: no such person, or no match of the two. A call that is not one of the two is left out.';

create function private.end_sessions(p_profile_id uuid) returns void
language sql security definer set search_path = '' as $$
  delete from auth.refresh_tokens where user_id::text = p_profile_id::text;
  delete from auth.sessions where user_id = p_profile_id;
$$;
comment on function private.end_sessions is
  'Signs a person out everywhere. Access tokens that are out run on for an hour at most, and reach nobody.';

create function public.settle_report(
  p_report_id uuid,
  p_moderator_id uuid,
  p_action public.report_action,
  p_note text default '',
  p_words text default null
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_report public.reports;
begin
  select * into v_report from public.reports where id = p_report_id for update;
  if v_report.id is null then
    return jsonb_build_object('outcome', 'unknown');
  elsif v_report.reported_id = p_moderator_id then
    return jsonb_build_object('outcome', 'self');
  elsif p_action in ('warn', 'suspend', 'restore') and v_report.reported_id is null then
    return jsonb_build_object('outcome', 'gone');
  elsif p_action <> 'restore' and v_report.state in ('actioned', 'dismissed') then
    return jsonb_build_object('outcome', 'settled');
  end if;

  update public.reports set
    state = (case p_action
      when 'review' then 'reviewing' when 'dismiss' then 'dismissed' when 'restore' then 'dismissed' else 'actioned'
    end)::public.report_state,
    action = p_action, note = p_note, handled_by = p_moderator_id, handled_at = now(),
    -- Whose account went while it was open has left this behind for the moderators alone.
    evidence = case when reporter_id is not null or p_action = 'review' then evidence end,
    details = case when reporter_id is not null or p_action = 'review' then details else '' end
  where id = p_report_id;
  if p_action = 'warn' then
    insert into public.warnings (profile_id, words) values (v_report.reported_id, p_words);
  elsif p_action = 'suspend' then
    update public.profiles set suspended_at = coalesce(suspended_at, now()), suspended_for = p_words
    where id = v_report.reported_id;
    perform private.end_sessions(v_report.reported_id);
  elsif p_action = 'restore' then
    update public.profiles set suspended_at = null, suspended_for = null where id = v_report.reported_id;
  end if;
  return jsonb_build_object('outcome', 'done', 'reported_id', v_report.reported_id);
end;
$$;
comment on function public.settle_report is
  'What a moderator does about a report: takes it on, dismisses it, warns or suspends who is reported, with words for them; or, after an appeal, lifts the suspension. The outcome is done, unknown, settled (by somebody before), gone (the account is deleted) or self (about the moderator).';

revoke execute on function private.evidence, private.end_sessions from public;
grant execute on function private.evidence, private.end_sessions to service_role;
revoke execute on function public.report_person, public.settle_report from public, anon, authenticated;
grant execute on function public.report_person, public.settle_report to service_role;

-- Whoever leaves, is suspended or comes back: the person's own pages, and everybody's lists, change
-- at once. Nothing says why.
create function private.broadcast_standing() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform realtime.send('{"what": "standing"}', 'account', 'user:' || new.id, true);
  perform realtime.send('{}', 'match-updated', 'user:' || profile_id, true)
  from (
    select distinct theirs.profile_id
    from public.match_members mine
    join public.match_members theirs on theirs.match_id = mine.match_id and theirs.left_at is null
    where mine.profile_id = new.id and mine.left_at is null and theirs.profile_id <> new.id
  ) as concerned;
  update public.relays set ended_at = now()
  where ended_at is null and private.is_away(new.id)
    and id in (select relay_id from public.relay_members where profile_id = new.id);
  return null;
end;
$$;
create trigger broadcast_standing after update of leaving_at, suspended_at on public.profiles
  for each row when (
    old.leaving_at is distinct from new.leaving_at or old.suspended_at is distinct from new.suspended_at
  ) execute function private.broadcast_standing();

create function private.broadcast_warning() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform realtime.send('{"what": "warning"}', 'account', 'user:' || new.profile_id, true);
  return null;
end;
$$;
create trigger broadcast_warning after insert on public.warnings
  for each row execute function private.broadcast_warning();
revoke execute on function private.broadcast_standing, private.broadcast_warning from public;
