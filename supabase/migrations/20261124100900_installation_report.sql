-- What `npm run doctor` asks of the database, in one question.

create function private.installation_report() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_migrations jsonb := '[]';
begin
  -- A database whose schema came another way than by the official CLI has no such table.
  if to_regclass('supabase_migrations.schema_migrations') is not null then
    select coalesce(jsonb_agg(m.version order by m.version), '[]') into v_migrations
    from supabase_migrations.schema_migrations m;
  end if;
  return jsonb_build_object(
    'migrations', v_migrations,
    'tables_without_rls', (
      select coalesce(jsonb_agg(c.relname order by c.relname), '[]')
      from pg_catalog.pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not c.relrowsecurity
    ),
    'open_functions', (
      select coalesce(jsonb_agg(p.proname order by p.proname), '[]')
      from pg_catalog.pg_proc p
      where p.pronamespace = 'public'::regnamespace
        and has_function_privilege('anon', p.oid, 'execute')
    ),
    'channel_policies', (
      select count(*) from pg_catalog.pg_policies
      where schemaname = 'realtime' and tablename = 'messages'
    ),
    'public_buckets', (
      select coalesce(jsonb_agg(b.id order by b.id), '[]') from storage.buckets b where b.public
    )
  );
end;
$$;
comment on function private.installation_report is
  'Applied migrations, tables in public without row level security, functions there that anybody may call, how many policies guard Realtime''s channels, and buckets that anybody may read.';

create function public.installation_report() returns jsonb
language sql stable set search_path = '' as $$
  select private.installation_report();
$$;
comment on function public.installation_report is
  'How the database is set up, for the server alone: see private.installation_report.';

revoke execute on function private.installation_report, public.installation_report
  from public, anon, authenticated;
grant execute on function private.installation_report, public.installation_report to service_role;
