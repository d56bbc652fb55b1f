-- How many requests were answered how: for operators and alerts. No person stands in it.

create table public.request_counts (
  minute timestamptz not null,
  route text not null,
  outcome text not null,
  status smallint not null,
  requests integer not null check (requests > 0),
  total_ms bigint not null,
  slowest_ms integer not null,
  primary key (minute, route, outcome, status)
);
comment on table public.request_counts is
  'Requests to the API by minute, from all instances. Each writes what it has counted every ten seconds or so: the last seconds of one that dies are lost.';
comment on column public.request_counts.route is 'Verb and pattern, like POST /api/calls/{sid}/hangup: never a path with somebody''s id in it.';
comment on column public.request_counts.outcome is
  'ok, or the error code of the answer. rate_limited is a limit that was hit, bad_signature a webhook that was refused.';

create function public.count_requests(p_counts jsonb) returns void
language sql set search_path = '' as $$
  insert into public.request_counts as r (minute, route, outcome, status, requests, total_ms, slowest_ms)
  select minute, route, outcome, status, requests, total_ms, slowest_ms
  from jsonb_to_recordset(p_counts) as c (
    minute timestamptz, route text, outcome text, status smallint, requests integer, total_ms bigint, slowest_ms integer
  )
  -- In one order for all instances, so that they never wait for each other in a circle.
  order by 1, 2, 3, 4
  on conflict (minute, route, outcome, status) do update set
    requests = r.requests + excluded.requests,
    total_ms = r.total_ms + excluded.total_ms,
    slowest_ms = greatest(r.slowest_ms, excluded.slowest_ms);
$$;
comment on function public.count_requests is 'Adds what one instance has counted, in one round trip.';
revoke execute on function public.count_requests from public, anon, authenticated;
grant execute on function public.count_requests to service_role;

alter table public.request_counts enable row level security;
revoke all on public.request_counts from anon, authenticated;
grant all on public.request_counts to service_role;
create policy "nobody but the server" on public.request_counts for select to authenticated using (false);
