-- Limits that all instances share, and the memory of sign-in attempts.
-- Keys and columns hold HMACs of numbers and addresses, never the things themselves.

create table public.rate_limits (
  key text primary key,
  window_started_at timestamptz not null default now(),
  hits integer not null default 1
);
comment on table public.rate_limits is 'Fixed windows, one row a key. Rows of past windows may be deleted at any time.';
create index rate_limits_window_started_at_idx on public.rate_limits (window_started_at);

create function private.count_use(p_key text, p_max integer, p_window_seconds integer)
returns table (allowed boolean, remaining integer, resets_after_seconds integer)
-- In PL/pgSQL, which keeps the plan: it runs several times a request.
language plpgsql set search_path = '' as $$
begin
  return query
  with hit as (
    insert into public.rate_limits as r (key) values (p_key)
    on conflict (key) do update set
      hits = case
        when r.window_started_at <= now() - make_interval(secs => p_window_seconds) then 1
        else least(r.hits, p_max) + 1
      end,
      window_started_at = case
        when r.window_started_at <= now() - make_interval(secs => p_window_seconds) then now()
        else r.window_started_at
      end
    returning hits, window_started_at
  )
  select
    hits <= p_max,
    greatest(0, p_max - hits),
    greatest(1, ceil(extract(epoch from
      window_started_at + make_interval(secs => p_window_seconds) - now()))::integer)
  from hit;
end;
$$;
comment on function private.count_use is
  'Counts one use of a key in a window of p_window_seconds; whether it was within p_max, and when the window is over.';
revoke execute on function private.count_use from public;
grant execute on function private.count_use to service_role;

create function public.consume_rate_limit(p_key text, p_max integer, p_window_seconds integer)
returns table (allowed boolean, remaining integer, retry_after_seconds integer)
language sql set search_path = '' as $$
  select u.allowed, u.remaining, case when u.allowed then 0 else u.resets_after_seconds end
  from private.count_use(p_key, p_max, p_window_seconds) u;
$$;
comment on function public.consume_rate_limit is
  'Counts one use of a key in a window of p_window_seconds and says whether it was within p_max.';
revoke execute on function public.consume_rate_limit from public, anon, authenticated;
grant execute on function public.consume_rate_limit to service_role;

create table public.verification_attempts (
  id bigint generated always as identity primary key,
  recipient_hash text not null,
  ip_hash text not null,
  country text,
  channel text not null check (channel in ('sms', 'voice', 'whatsapp', 'email')),
  outcome text not null check (outcome in ('sent', 'refused', 'failed', 'wrong-code', 'expired', 'approved')),
  is_known_device boolean not null default false,
  created_at timestamptz not null default now()
);
comment on column public.verification_attempts.is_known_device is
  'Asked for with a browser that the recipient had signed in with before.';
comment on table public.verification_attempts is 'What was tried at sign-in, for resend delays and for the alarm on OTP pumping.';
create index verification_attempts_recipient_idx on public.verification_attempts (recipient_hash, created_at desc);
create index verification_attempts_created_at_idx on public.verification_attempts (created_at);

create table public.verification_approvals (
  recipient_hash text primary key,
  code_hash text not null,
  approved_at timestamptz not null default now(),
  claimed_at timestamptz,
  consumed_at timestamptz
);
comment on table public.verification_approvals is
  'Twilio Verify approves a code once. This remembers it for a minute, so that a session that could not be made can be tried again.';

create function public.claim_verification(p_recipient_hash text, p_code_hash text) returns boolean
language sql set search_path = '' as $$
  with claim as (
    update public.verification_approvals set claimed_at = now()
    where recipient_hash = p_recipient_hash and code_hash = p_code_hash
      and consumed_at is null and approved_at > now() - interval '1 minute'
      and (claimed_at is null or claimed_at < now() - interval '10 seconds')
    returning 1
  )
  select exists (select from claim);
$$;
comment on function public.claim_verification is
  'True for one caller at a time: the lock under which a session is made. It frees itself after 10 seconds.';
revoke execute on function public.claim_verification from public, anon, authenticated;
grant execute on function public.claim_verification to service_role;

alter table public.rate_limits enable row level security;
revoke all on public.rate_limits from anon, authenticated;
grant all on public.rate_limits to service_role;
create policy "nobody but the server" on public.rate_limits for select to authenticated using (false);

alter table public.verification_attempts enable row level security;
revoke all on public.verification_attempts from anon, authenticated;
grant all on public.verification_attempts to service_role;
create policy "nobody but the server" on public.verification_attempts for select to authenticated using (false);

alter table public.verification_approvals enable row level security;
revoke all on public.verification_approvals from anon, authenticated;
grant all on public.verification_approvals to service_role;
create policy "nobody but the server" on public.verification_approvals for select to authenticated using (false);
