-- What is kept for a time only, and the clearing away of it: in small pieces, so that nobody waits.

create index call_events_received_at_idx on public.call_events using brin (received_at);

create function public.clear_away(p_what text, p_days integer, p_limit integer) returns integer
language plpgsql set search_path = '' as $$
declare
  v_before timestamptz := now() - make_interval(days => p_days);
  v_cleared integer;
begin
  case p_what
    when 'rate_limits' then
      delete from public.rate_limits where key in (
        select key from public.rate_limits where window_started_at < v_before limit p_limit);
    when 'verification_attempts' then
      delete from public.verification_attempts where id in (
        select id from public.verification_attempts where created_at < v_before limit p_limit);
    when 'verification_approvals' then
      delete from public.verification_approvals where recipient_hash in (
        select recipient_hash from public.verification_approvals where approved_at < v_before limit p_limit);
    when 'call_requests' then
      delete from public.call_requests where id in (
        select id from public.call_requests where created_at < v_before limit p_limit);
    when 'deleted_messages' then
      delete from public.deleted_messages where message_id in (
        select message_id from public.deleted_messages where deleted_at < v_before limit p_limit);
    when 'job_runs' then
      delete from public.job_runs where id in (
        select id from public.job_runs where started_at < v_before limit p_limit);
    when 'request_counts' then
      delete from public.request_counts where ctid in (
        select ctid from public.request_counts where minute < v_before limit p_limit);
    when 'spend_samples' then
      delete from public.spend_samples where sampled_at in (
        select sampled_at from public.spend_samples where sampled_at < v_before limit p_limit);
    when 'alerts' then
      delete from public.alerts where id in (
        select id from public.alerts where resolved_at < v_before limit p_limit);
    when 'call_costs' then
      delete from public.call_costs where leg_sid in (
        select leg_sid from public.call_costs where ended_at < v_before limit p_limit);
    when 'stray_call_events' then
      delete from public.call_events where id in (
        select id from public.call_events where call_id is null and received_at < v_before limit p_limit);
    when 'call_events' then
      -- That a room has ended says that nothing is left to be ended at the provider.
      delete from public.call_events where id in (
        select id from public.call_events
        where received_at < v_before and event <> 'room-ended' limit p_limit);
  end case;
  get diagnostics v_cleared = row_count;
  return v_cleared;
end;
$$;
comment on function public.clear_away is
  'Deletes up to p_limit rows of a kind that are older than p_days; how many it were.';
revoke execute on function public.clear_away from public, anon, authenticated;
grant execute on function public.clear_away to service_role;
create index verification_approvals_approved_at_idx on public.verification_approvals (approved_at);
create index call_requests_created_at_idx on public.call_requests (created_at);
