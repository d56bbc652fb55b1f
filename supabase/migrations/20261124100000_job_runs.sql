-- What scheduled work did, run by run: for operators, alerts and the health check.

create table public.job_runs (
  id bigint generated always as identity primary key,
  job text not null check (job ~ '^[a-z][a-z-]{0,39}$'),
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  outcome jsonb,
  error text,
  check (num_nonnulls(outcome, error) = case when finished_at is null then 0 else 1 end)
);
comment on table public.job_runs is
  'One row a run of scheduled work. A run that has no end for longer than its time limit did not live to tell it.';
comment on column public.job_runs.outcome is 'What the job answered: numbers and flags, nothing private.';
comment on column public.job_runs.error is 'Why it failed, in a sentence.';
create index job_runs_job_idx on public.job_runs (job, started_at desc);
create index job_runs_started_at_idx on public.job_runs (started_at);

alter table public.job_runs enable row level security;
revoke all on public.job_runs from anon, authenticated;
grant all on public.job_runs to service_role;
create policy "nobody but the server" on public.job_runs for select to authenticated using (false);

create function public.finish_job_run(p_id bigint, p_outcome jsonb default null, p_error text default null)
returns void
language sql set search_path = '' as $$
  update public.job_runs set finished_at = now(), outcome = p_outcome, error = p_error
  where id = p_id and finished_at is null;
$$;
comment on function public.finish_job_run is
  'The end of a run, by the clock that knows its beginning. Exactly one of outcome and error is given.';
revoke execute on function public.finish_job_run from public, anon, authenticated;
grant execute on function public.finish_job_run to service_role;
