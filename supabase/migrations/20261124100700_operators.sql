-- What the pages for operators show: one question, one function, one round trip. First names stand for
-- people; a person's own number is in none of them.

create function private.first_name(p_profile_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select coalesce(
    (select split_part(btrim(display_name), ' ', 1) from public.profiles where id = p_profile_id), 'Former member');
$$;

revoke execute on function private.first_name from public;
grant execute on function private.first_name to service_role;

create function public.operators_overview() returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'live', (select count(*) from public.calls where status < 'completed'),
    'stuck', (select count(*) from public.calls c where c.status < 'completed' and private.is_overdue(c)),
    'today', (select count(*) from public.calls where started_at > now() - interval '1 day'),
    'answered', (
      select count(*) from public.calls where started_at > now() - interval '1 day' and answered_at is not null),
    'to_check', (select count(*) from public.call_checks where due_at < now()),
    'reports', (select count(*) from public.reports where state in ('open', 'reviewing')),
    'requests', (
      select jsonb_build_object(
        'all', coalesce(sum(requests), 0),
        'failed', coalesce(sum(requests) filter (where status >= 500), 0),
        'limited', coalesce(sum(requests) filter (where outcome = 'rate_limited'), 0),
        'refused', coalesce(sum(requests) filter (where outcome = 'bad_signature'), 0))
      from public.request_counts where minute > now() - interval '1 hour'),
    'alerts', coalesce((
      select jsonb_agg(to_jsonb(a) order by a.resolved_at is null desc, a.since desc) from (
        select rule, subject, sentence, since, resolved_at from public.alerts
        where resolved_at is null or resolved_at > now() - interval '1 day'
        order by resolved_at is null desc, since desc limit 20
      ) as a), '[]'),
    'jobs', coalesce((
      select jsonb_agg(to_jsonb(j) order by j.job) from (
        select distinct on (job) job, started_at, finished_at, outcome, error
        from public.job_runs order by job, started_at desc
      ) as j), '[]'));
$$;
comment on function public.operators_overview is
  'Live and overdue calls, those of a day, requests of an hour, alerts that fire or fired within a day, and the last run of each job.';

create function public.operators_calls(p_view text, p_before timestamptz default null, p_limit integer default 50)
returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(page) order by page.started_at desc), '[]') from (
    select
      c.provider_sid as sid, c.kind, c.status, c.end_reason, c.error_code, c.started_at, c.duration_seconds,
      private.first_name(c.caller_id) as caller,
      coalesce((
        select jsonb_agg(private.first_name(p.profile_id)) from (
          select distinct profile_id from public.call_participants
          where call_id = c.id and role = 'callee' and profile_id is not null
        ) as p), '[]') as callees,
      private.is_overdue(c) as stuck,
      exists (select from public.call_events where call_id = c.id and source = 'reconcile') as reconciled
    from (
      -- Of these only the one that is asked for runs, with its own index.
      select * from public.calls where p_view = 'recent'
      union all
      select * from public.calls where p_view = 'live' and status < 'completed'
      union all
      select * from public.calls v where p_view = 'stuck' and v.status < 'completed' and private.is_overdue(v)
      union all
      select * from public.calls where p_view = 'failed' and status = 'failed' and started_at > now() - interval '30 days'
      union all
      select * from public.calls v where p_view = 'reconciled' and started_at > now() - interval '30 days'
        and exists (select from public.call_events where call_id = v.id and source = 'reconcile')
    ) as c
    where c.started_at < coalesce(p_before, 'infinity')
    order by c.started_at desc
    limit p_limit
  ) as page;
$$;
comment on function public.operators_calls is
  'Calls, newest first: p_view is live, stuck, failed or reconciled (both of 30 days), or recent.';

create function public.operators_call(p_sid text) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'sid', c.provider_sid, 'kind', c.kind, 'status', c.status, 'end_reason', c.end_reason,
    'error_code', c.error_code, 'started_at', c.started_at, 'answered_at', c.answered_at,
    'ended_at', c.ended_at, 'duration_seconds', c.duration_seconds, 'stuck', private.is_overdue(c),
    'check_due_at', (select due_at from public.call_checks where provider_sid = c.provider_sid),
    'legs', coalesce((
      select jsonb_agg(jsonb_build_object(
        'sid', p.leg_sid, 'role', p.role, 'status', p.status, 'joined_at', p.joined_at, 'left_at', p.left_at,
        'name', case when p.profile_id is null then null else private.first_name(p.profile_id) end,
        'price', cost.price, 'currency', cost.currency
      ) order by p.role, p.joined_at, p.id)
      from public.call_participants p left join public.call_costs cost on cost.leg_sid = p.leg_sid
      where p.call_id = c.id), '[]'),
    'events', coalesce((
      select jsonb_agg(jsonb_build_object(
        'leg', e.leg_sid, 'event', e.event, 'status', e.status, 'source', e.source,
        'sequence', e.sequence_number, 'occurred_at', e.occurred_at, 'received_at', e.received_at
      ) order by e.occurred_at, e.sequence_number, e.id)
      from (select * from public.call_events where call_id = c.id order by id limit 500) as e), '[]'))
  from public.calls c where c.provider_sid = p_sid;
$$;
comment on function public.operators_call is
  'A call with its legs, what they cost, and everything the provider said of it, in the order in which it happened. Null when there is none.';

create function public.operators_requests(p_hours integer) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(r) order by r.requests desc), '[]') from (
    select
      route, sum(requests) as requests,
      coalesce(sum(requests) filter (where status >= 500), 0) as failed,
      coalesce(sum(requests) filter (where outcome = 'bad_signature'), 0) as refused,
      coalesce(sum(requests) filter (where outcome = 'rate_limited'), 0) as limited,
      round(sum(total_ms)::numeric / sum(requests)) as mean_ms, max(slowest_ms) as slowest_ms
    from public.request_counts where minute > now() - make_interval(hours => p_hours)
    group by route
  ) as r;
$$;
comment on function public.operators_requests is
  'Requests of the last hours by route: how many failed, how many signatures were refused, how many met a limit; milliseconds.';

create function public.operators_sign_in(p_hours integer) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(c) order by c.asked desc, c.country), '[]') from (
    select
      coalesce(country, '') as country,
      count(distinct recipient_hash) filter (where outcome in ('sent', 'refused', 'failed')) as asked,
      count(distinct recipient_hash) filter (where outcome = 'sent') as sent,
      count(*) filter (where outcome = 'sent') as codes,
      count(*) filter (where outcome = 'refused') as refused,
      count(*) filter (where outcome = 'failed') as failed,
      count(*) filter (where outcome in ('wrong-code', 'expired')) as wrong,
      count(distinct recipient_hash) filter (where outcome = 'approved') as approved
    from public.verification_attempts where created_at > now() - make_interval(hours => p_hours)
    group by 1
  ) as c;
$$;
comment on function public.operators_sign_in is
  'The way to a session, by country: numbers that asked, were sent codes and came in; and how many codes, refusals, failures and wrong tries there were.';

create function public.operators_costs(p_days integer) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'day', d.day::date, 'legs', coalesce(calls.legs, 0), 'minutes', coalesce(calls.minutes, 0),
    'calls', coalesce(calls.price, 0), 'account', spend.total, 'currency', coalesce(calls.currency, spend.currency)
  ) order by d.day desc), '[]')
  from generate_series(
    (now() at time zone 'utc')::date - (p_days - 1), (now() at time zone 'utc')::date, interval '1 day') as d (day)
  left join (
    select (ended_at at time zone 'utc')::date as day, count(*) as legs,
      round(sum(duration_seconds) / 60.0) as minutes, sum(price) as price, max(currency) as currency
    from public.call_costs where ended_at > now() - make_interval(days => p_days + 1) group by 1
  ) as calls on calls.day = d.day::date
  left join (
    select day, max(total) as total, max(currency) as currency from public.spend_samples group by day
  ) as spend on spend.day = d.day::date;
$$;
comment on function public.operators_costs is
  'Days (UTC), newest first: legs that ended, their minutes and price; and what the whole account had spent by the last look.';

create function public.operators_numbers() returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(n) order by n.owner is not null, n.number), '[]') from (
    select
      p.number, p.country, p.created_at,
      case when p.owner_id is null then null else private.first_name(p.owner_id) end as owner,
      (select count(*) from public.relays r
        where r.number_id = p.id and r.ended_at is null and r.expires_at > now()) as live_relays,
      (select max(started_at) from public.calls c where c.number_id = p.id) as last_call_at
    from public.phone_numbers p where p.released_at is null
    order by p.owner_id is not null, p.number limit 500
  ) as n;
$$;
comment on function public.operators_numbers is
  'The account''s numbers: of the pool with their live relays, and those that people have bought.';

revoke execute on function public.operators_overview, public.operators_calls, public.operators_call,
  public.operators_requests, public.operators_sign_in, public.operators_costs, public.operators_numbers
  from public, anon, authenticated;
grant execute on function public.operators_overview, public.operators_calls, public.operators_call,
  public.operators_requests, public.operators_sign_in, public.operators_costs, public.operators_numbers
  to service_role;
