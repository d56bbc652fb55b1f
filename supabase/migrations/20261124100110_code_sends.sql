-- Codes for sign-in cost money, and somebody earns it: whether one may be sent, decided in one round trip.

create index verification_attempts_country_idx on public.verification_attempts (country, created_at desc)
  where outcome = 'sent' and not is_known_device;

create function private.recent_sends(p_recipient_hash text) returns integer
language plpgsql stable set search_path = '' as $$
begin
  return (
    select count(*) from public.verification_attempts
    where recipient_hash = p_recipient_hash and outcome = 'sent' and created_at > greatest(
      now() - interval '1 hour',
      (
        select max(created_at) from public.verification_attempts
        where recipient_hash = p_recipient_hash and outcome = 'approved' and created_at > now() - interval '1 hour'
      )
    )
  );
end;
$$;
comment on function private.recent_sends is 'Codes sent in the last hour, since the recipient last proved themselves.';

create function private.is_pumped(p_country text, p_least_sends integer, p_least_share numeric) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(count(*) >= p_least_sends and avg(converted::integer) < p_least_share, false)
    from (
      select exists (
        select from public.verification_attempts proof
        where proof.recipient_hash = sent.recipient_hash and proof.outcome = 'approved'
          and proof.created_at > sent.created_at
      ) as converted
      from public.verification_attempts sent
      where sent.country = p_country and sent.outcome = 'sent' and not sent.is_known_device
        -- Who got a code a moment ago has not had the time to type it.
        and sent.created_at between now() - interval '1 hour' and now() - interval '1 minute'
      order by sent.created_at desc
      limit 200
    ) as latest
  );
end;
$$;
comment on function private.is_pumped is
  'Whether hardly anybody types the codes that went to a country: of the latest 200 of the last hour, if there were p_least_sends, less than p_least_share. Real people sign in; those who are paid for texts do not. Where somebody has signed in before has limits of its own, and does not count.';

create function private.give_back(p_keys text[]) returns void
language sql set search_path = '' as $$
  update public.rate_limits set hits = hits - 1 where key = any (p_keys);
$$;
comment on function private.give_back is
  'Takes back uses that were counted a moment ago: no code goes out, so that none is used up, of a number''s or a country''s.';

create function public.admit_code(
  p_recipient_hash text,
  p_country text,
  -- In this order: the sender's, which are so many, then those of the recipient and the country.
  p_keys text[],
  p_maxes integer[],
  p_windows_seconds integer[],
  p_senders integer,
  p_turn_key text,
  p_turn_max integer,
  p_delays_seconds integer[],
  p_hold_key text,
  p_hold_max integer,
  p_least_sends integer,
  p_least_share numeric
)
returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_sends constant integer := private.recent_sends(p_recipient_hash);
  v_use record;
begin
  -- The sender's own come first: a machine that is over them uses up nothing of a stranger's
  -- number, nor of a country's.
  for i in 1 .. cardinality(p_keys) loop
    if i = p_senders + 1 then
      select * into v_use from private.count_use(
        p_turn_key, p_turn_max, greatest(1, p_delays_seconds[least(v_sends, cardinality(p_delays_seconds))]));
      if not v_use.allowed then
        return jsonb_build_object('outcome', 'too-soon', 'wait_seconds', v_use.resets_after_seconds);
      end if;
    end if;
    select * into v_use from private.count_use(p_keys[i], p_maxes[i], p_windows_seconds[i]);
    if not v_use.allowed then
      perform private.give_back(p_keys[p_senders + 1 : i - 1]);
      return jsonb_build_object('outcome', 'too-often', 'wait_seconds', v_use.resets_after_seconds);
    end if;
  end loop;
  -- A few go through, so that the country comes back when people type their codes again.
  if private.is_pumped(p_country, p_least_sends, p_least_share) then
    select * into v_use from private.count_use(p_hold_key, p_hold_max, 600);
    if not v_use.allowed then
      perform private.give_back(p_keys[p_senders + 1 :]);
      return jsonb_build_object('outcome', 'held', 'wait_seconds', v_use.resets_after_seconds);
    end if;
  end if;
  return jsonb_build_object('outcome', 'send', 'sends', v_sends);
end;
$$;
comment on function public.admit_code is
  'Counts a code that is to be sent, and says whether it may be: send, with how many went before; too-soon after the last; too-often for the sender, the recipient or the country; or held, while next to nobody in the country types them.';

revoke execute on function private.recent_sends, private.is_pumped, private.give_back from public;
grant execute on function private.recent_sends, private.is_pumped, private.give_back to service_role;
revoke execute on function public.admit_code from public, anon, authenticated;
grant execute on function public.admit_code to service_role;
