-- What is wrong and for how long. Rules live in the app (lib/operations/alerts); here are the numbers
-- that they judge, and the memory of what they found.

create table public.spend_samples (
  sampled_at timestamptz primary key default now(),
  day date not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  total numeric not null check (total >= 0)
);
comment on table public.spend_samples is
  'What Twilio said the account had spent on a day (UTC) by then. What was spent in between is the difference.';

create type public.alert_state as enum ('firing', 'resolved');

create table public.alerts (
  id bigint generated always as identity primary key,
  rule text not null,
  subject text not null default '',
  value numeric not null,
  sentence text not null,
  since timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  resolved_at timestamptz,
  told public.alert_state,
  told_at timestamptz,
  telling_until timestamptz
);
comment on table public.alerts is 'One row each time a rule began to fire; resolved_at is null while it does.';
comment on column public.alerts.subject is 'What it fires about, where a rule looks at several: a country. Empty otherwise.';
comment on column public.alerts.value is 'The last number that the rule found; sentence says what it means.';
comment on column public.alerts.told is 'What the alert webhook has been told and has accepted.';
comment on column public.alerts.telling_until is 'Until then it is being told by somebody.';
create unique index alerts_firing_idx on public.alerts (rule, subject) where resolved_at is null;
create index alerts_since_idx on public.alerts (since desc);

create function private.is_overdue(p_call public.calls) returns boolean
language sql stable security definer set search_path = '' as $$
  -- Twilio ends a call after four hours, a room after a day; nothing rings for ten minutes, though
  -- somebody may wait in a room.
  select p_call.status < 'completed' and p_call.started_at < now() - case
    when p_call.provider_sid like 'RM%' then interval '1450 minutes'
    when p_call.status < 'in-progress' then interval '10 minutes'
    else interval '250 minutes' end;
$$;
comment on function private.is_overdue is 'Whether a call has been going on for longer than it can.';
revoke execute on function private.is_overdue from public;
grant execute on function private.is_overdue to service_role;

create function public.alert_figures() returns jsonb
language sql stable set search_path = '' as $$
  with recent as (
    select route like '% /api/twilio/%' and route !~ '/token$' as is_webhook, outcome, status, requests
    from public.request_counts where minute > now() - interval '15 minutes'
  ),
  asked as (
    -- Who was sent a code in the last few minutes may still be typing it.
    select coalesce(a.country, '') as country, a.recipient_hash, min(a.created_at) as at
    from public.verification_attempts a
    where a.outcome = 'sent'
      and a.created_at between now() - interval '70 minutes' and now() - interval '10 minutes'
    group by 1, 2
  ),
  countries as (
    select country, count(*) as asked, count(*) filter (where exists (
      select from public.verification_attempts b
      where b.recipient_hash = asked.recipient_hash and b.outcome = 'approved' and b.created_at >= asked.at
    )) as approved
    from asked group by country
  ),
  stuck as (
    select count(*) as calls, extract(epoch from now() - min(started_at)) / 60 as oldest
    from public.calls c where c.status < 'completed' and private.is_overdue(c)
  ),
  steps as (
    -- A total that falls is a credit, and no reason to overlook what is spent meanwhile.
    select sampled_at, currency, greatest(0, total - case
      when day = lag(day) over w then lag(total) over w else 0 end) as spent
    from public.spend_samples where sampled_at > now() - interval '90 minutes'
    window w as (order by sampled_at)
  ),
  spend as (
    -- The first sample says how much had been spent before, not when.
    select sum(spent) as last_hour, max(currency) as currency from steps
    where sampled_at > greatest(now() - interval '1 hour', (select min(sampled_at) from steps))
  )
  select jsonb_build_object(
    'requests', (select coalesce(sum(requests), 0) from recent),
    'failed', (select coalesce(sum(requests) filter (where status >= 500), 0) from recent),
    'webhooks', (select coalesce(sum(requests), 0) from recent where is_webhook),
    'webhooks_failed', (select coalesce(sum(requests), 0) from recent where is_webhook and status >= 500),
    'webhooks_refused', (select coalesce(sum(requests), 0) from recent where is_webhook and outcome = 'bad_signature'),
    'stuck_calls', (select calls from stuck),
    'stuck_minutes', (select coalesce(floor(oldest), 0) from stuck),
    'sign_in', (select coalesce(jsonb_agg(to_jsonb(c) order by c.country), '[]') from countries c),
    'spent_last_hour', (select last_hour from spend),
    'currency', (select currency from spend),
    'minutes_since_reconcile', (
      -- Before the first there is nothing to be late for: counted from when work began to be scheduled.
      select floor(extract(epoch from now() - coalesce(
        max(finished_at) filter (where job = 'reconcile' and error is null), min(started_at))) / 60)
      from public.job_runs)
  );
$$;
comment on function public.alert_figures is
  'The numbers that alert rules judge: requests of 15 minutes, codes asked for 10 to 70 minutes ago, calls that cannot be live any more, spending of the last hour (null when it was not sampled), minutes since a reconcile went well (null before anything was scheduled).';
revoke execute on function public.alert_figures from public, anon, authenticated;
grant execute on function public.alert_figures to service_role;

create function public.settle_alerts(p_rules text[], p_firing jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  insert into public.alerts (rule, subject, value, sentence)
  select rule, subject, value, sentence
  from jsonb_to_recordset(p_firing) as f (rule text, subject text, value numeric, sentence text)
  order by 1, 2
  on conflict (rule, subject) where resolved_at is null do update set
    value = excluded.value, sentence = excluded.sentence, seen_at = now();

  update public.alerts a set resolved_at = now()
  where a.resolved_at is null and a.rule = any (p_rules) and not exists (
    select from jsonb_to_recordset(p_firing) as f (rule text, subject text)
    where f.rule = a.rule and f.subject = a.subject);
end;
$$;
comment on function public.settle_alerts is
  'Remembers what fires. Of the rules in p_rules, what does not fire any more is resolved; a rule that could not judge is left out of them.';
revoke execute on function public.settle_alerts from public, anon, authenticated;
grant execute on function public.settle_alerts to service_role;

create function public.claim_alerts() returns setof public.alerts
language sql set search_path = '' as $$
  update public.alerts set telling_until = now() + interval '1 minute'
  where id in (
    select id from public.alerts
    where told is distinct from (
        case when resolved_at is null then 'firing' else 'resolved' end)::public.alert_state
      and coalesce(resolved_at, seen_at) > now() - interval '1 day'
      and (telling_until is null or telling_until < now())
    order by id limit 20
    for update skip locked
  )
  returning *;
$$;
comment on function public.claim_alerts is
  'Changes that the alert webhook has not been told, for one caller at a time: for a minute, or until told is set. What is older than a day is told no more.';
revoke execute on function public.claim_alerts from public, anon, authenticated;
grant execute on function public.claim_alerts to service_role;

alter table public.spend_samples enable row level security;
revoke all on public.spend_samples from anon, authenticated;
grant all on public.spend_samples to service_role;
create policy "nobody but the server" on public.spend_samples for select to authenticated using (false);

alter table public.alerts enable row level security;
revoke all on public.alerts from anon, authenticated;
grant all on public.alerts to service_role;
create policy "nobody but the server" on public.alerts for select to authenticated using (false);
