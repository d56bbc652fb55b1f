-- Roles, schemas and default privileges of a hosted project.
do $$
declare
  wanted record;
begin
  for wanted in select * from (values
    ('postgres', 'nologin'), ('anon', 'nologin'), ('authenticated', 'nologin'),
    ('service_role', 'nologin bypassrls'), ('authenticator', 'nologin noinherit'),
    ('supabase_admin', 'nologin bypassrls'), ('supabase_auth_admin', 'nologin'),
    ('supabase_storage_admin', 'nologin'), ('supabase_realtime_admin', 'nologin'),
    ('dashboard_user', 'nologin')
  ) as roles (name, attributes)
  loop
    if not exists (select from pg_roles where rolname = wanted.name) then
      execute format('create role %I %s', wanted.name, wanted.attributes);
    end if;
  end loop;
end $$;
grant anon, authenticated, service_role to authenticator;

create schema if not exists extensions;
grant usage on schema extensions to public;
create extension if not exists pgcrypto with schema extensions;
do $$ begin
  execute format('alter database %I set search_path = "$user", public, extensions', current_database());
end $$;
set search_path = "$user", public, extensions;

grant usage on schema public to anon, authenticated, service_role;
alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
alter default privileges in schema public grant all on functions to anon, authenticated, service_role;
alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;

-- What the sandbox itself has to remember: signing keys, and whether the seed has run.
create schema if not exists sandbox;
revoke all on schema sandbox from public;
create table if not exists sandbox.memory (name text primary key, value text not null);
create schema if not exists supabase_migrations;
create table if not exists supabase_migrations.schema_migrations (
  version text primary key, statements text[], name text
);
