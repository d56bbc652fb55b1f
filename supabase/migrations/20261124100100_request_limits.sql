-- Limits of requests: several counters in one round trip, and what clients write past the routes.

create function public.admit_request(
  p_keys text[],
  p_maxes integer[],
  p_windows_seconds integer[],
  p_profile_id uuid default null
)
returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_closed text;
  v_use record;
  v_first record;
begin
  select case when p.suspended_at is not null then 'suspended' when p.leaving_at is not null then 'leaving' end
  into v_closed from public.profiles p where p.id = p_profile_id;
  if v_closed is not null then
    return jsonb_build_object('closed', v_closed);
  end if;
  -- One after the other, and none after a refusal: who is over one limit uses up no other.
  for i in 1 .. cardinality(p_keys) loop
    select * into v_use from private.count_use(p_keys[i], p_maxes[i], p_windows_seconds[i]);
    if not v_use.allowed then
      return jsonb_build_object('refused', i - 1, 'remaining', 0, 'resets_after_seconds', v_use.resets_after_seconds);
    end if;
    if i = 1 then
      v_first := v_use;
    end if;
  end loop;
  return jsonb_build_object('remaining', v_first.remaining, 'resets_after_seconds', v_first.resets_after_seconds);
end;
$$;
comment on function public.admit_request is
  'Counts one use of each key, unless the person''s account is closed: suspended or leaving. Says which key was the first over its limit, from 0, and what is left of that one, or else of the first.';

create function public.add_uses(p_keys text[], p_uses integer[], p_windows_seconds integer[])
returns table (key text, hits integer, resets_after_seconds integer)
language sql set search_path = '' as $$
  insert into public.rate_limits as r (key, hits)
  select u.key, u.uses from unnest(p_keys, p_uses) as u (key, uses)
  -- In one order everywhere, or two would wait for each other: people first, as admit_request has it.
  order by split_part(u.key, ':', 1) like '%-address', u.key
  on conflict (key) do update set
    hits = case
      when r.window_started_at <= now() - make_interval(secs => p_windows_seconds[array_position(p_keys, r.key)])
      then excluded.hits
      else least(r.hits, 1000000000) + excluded.hits
    end,
    window_started_at = case
      when r.window_started_at <= now() - make_interval(secs => p_windows_seconds[array_position(p_keys, r.key)])
      then now()
      else r.window_started_at
    end
  returning r.key, r.hits, greatest(1, ceil(extract(epoch from r.window_started_at
    + make_interval(secs => p_windows_seconds[array_position(p_keys, r.key)]) - now()))::integer);
$$;
comment on function public.add_uses is
  'Adds uses that an instance has counted by itself, and says how many there are in the windows that run now.';

revoke execute on function public.admit_request, public.add_uses from public, anon, authenticated;
grant execute on function public.admit_request, public.add_uses to service_role;

create table public.write_limits (
  name text primary key,
  max integer not null check (max > 0),
  window_seconds integer not null check (window_seconds > 0)
);
comment on table public.write_limits is
  'How often a person may write what browsers send to the database itself, past the routes. Changes count at once.';
insert into public.write_limits (name, max, window_seconds) values
  ('messages', 60, 60), ('reactions', 240, 60), ('memberships', 240, 60), ('choices', 60, 60),
  ('profiles', 30, 60),
  -- More than the route of blocks lets through: nobody is to meet this one there.
  ('blocks', 300, 60);

alter table public.write_limits enable row level security;
revoke all on public.write_limits from anon, authenticated;
grant all on public.write_limits to service_role;
create policy "nobody but the server" on public.write_limits for select to authenticated using (false);

create function private.limit_writes() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_person constant uuid := auth.uid();
  v_use record;
begin
  -- What the server writes was counted where it was asked for.
  if v_person is null then
    return new;
  end if;
  select u.* into v_use
  from public.write_limits l
  cross join lateral private.count_use('write-' || l.name || ':' || v_person, l.max, l.window_seconds) u
  where l.name = tg_argv[0];
  if not v_use.allowed then
    -- PostgREST makes this the status 429.
    raise sqlstate 'PT429' using
      message = 'That was too often.',
      hint = 'Try again in ' || v_use.resets_after_seconds || ' seconds.';
  end if;
  return new;
end;
$$;
revoke execute on function private.limit_writes from public;
create trigger limit_writes before insert on public.messages
  for each row execute function private.limit_writes('messages');
-- Each change of a reaction counts, and twice where it replaces one.
create trigger limit_writes before insert or update on public.message_reactions
  for each row execute function private.limit_writes('reactions');
-- How far somebody has read, and whom they have muted.
create trigger limit_writes before update of last_read_at, muted_until on public.match_members
  for each row execute function private.limit_writes('memberships');
create trigger limit_writes before update on public.private_profiles
  for each row execute function private.limit_writes('choices');
create trigger limit_writes before insert or update on public.notification_preferences
  for each row execute function private.limit_writes('choices');
create trigger limit_writes before update of read_at on public.warnings
  for each row execute function private.limit_writes('choices');
-- Everybody who sees a name is told of each change. The columns are those that a person may write:
-- what the server notes of their presence is nothing that they do.
create trigger limit_writes before insert or update of
  display_name, bio, gender, looking_for, occupation, hometown, height_cm, interests, languages
  on public.profiles
  for each row execute function private.limit_writes('profiles');
-- Whoever blocks and unblocks in turn sends a broadcast each time.
create trigger limit_writes before insert on public.blocks
  for each row execute function private.limit_writes('blocks');
