-- A small schema with one of everything that the contract tests ask PostgREST and Realtime for.
create table public.authors (
  id uuid primary key references auth.users (id) on delete cascade,
  name text not null unique check (char_length(name) > 1),
  secret text
);
alter table public.authors enable row level security;
revoke all on public.authors from anon, authenticated;
grant select (id, name), insert (id, name), update (name) on public.authors to authenticated;
create policy "authors see each other" on public.authors for select to authenticated using (true);
create policy "authors are themselves" on public.authors for insert to authenticated
  with check (id = (select auth.uid()));
create policy "authors rename themselves" on public.authors for update to authenticated
  using (id = (select auth.uid()));

create table public.notes (
  id uuid primary key default gen_random_uuid(),
  author_id uuid not null constraint notes_author references public.authors (id) on delete cascade,
  editor_id uuid constraint notes_editor references public.authors (id),
  body text not null,
  written_at timestamptz not null default now()
);
alter table public.notes enable row level security;
revoke all on public.notes from anon;
create policy "authors have their own notes" on public.notes to authenticated
  using (author_id = (select auth.uid())) with check (author_id = (select auth.uid()));

create function public.note_count(minimum integer default 1) returns integer
language sql stable as $$ select count(*)::integer from public.notes having count(*) >= minimum $$;
create function public.my_notes() returns setof public.notes
language sql stable as $$ select * from public.notes order by written_at $$;
create function public.summary() returns jsonb
language sql stable as $$ select jsonb_build_object('notes', count(*), 'at', '2026-01-01T00:00:00Z'::timestamptz) from public.notes $$;
create function public.touch() returns void language sql as $$ select 1 $$;
create function public.fail(reason text) returns void
language plpgsql as $$ begin raise exception '%', reason using hint = 'Try again.'; end $$;
create function public.pages() returns table (page integer, at timestamptz)
language sql stable as $$ values (1, '2026-01-01T00:00:00Z'::timestamptz), (2, '2026-01-02T00:00:00Z') $$;

create policy "authors receive on their own topic" on realtime.messages for select to authenticated
  using ((select realtime.topic()) in ('room', 'author:' || (select auth.uid())));
create policy "authors send to the room" on realtime.messages for insert to authenticated
  with check ((select realtime.topic()) = 'room' and extension in ('broadcast', 'presence'));
create function public.announce_note() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform realtime.send(to_jsonb(new), 'note', 'author:' || new.author_id, true);
  return null;
end $$;
create trigger announce_note after insert on public.notes
  for each row execute function public.announce_note();

insert into storage.buckets (id, name, public) values ('pictures', 'pictures', false);
create policy "authors keep pictures in their folder" on storage.objects to authenticated
  using (bucket_id = 'pictures' and (storage.foldername(name))[1] = (select auth.uid())::text)
  with check (bucket_id = 'pictures' and (storage.foldername(name))[1] = (select auth.uid())::text);
