-- Duet's scheduled work by the database of a hosted project, in place of a scheduler of the app's
-- host. Once, in the SQL editor, with your own values; then all of this, which may be run again:
--   select vault.create_secret('https://<your app>', 'duet_url');
--   select vault.create_secret('<CRON_SECRET>', 'duet_cron_secret');

create extension if not exists pg_cron;
create extension if not exists pg_net;

select cron.schedule(
  'duet-' || job, schedule,
  format($call$
    select net.http_post(
      url := (select decrypted_secret from vault.decrypted_secrets where name = 'duet_url') || %L,
      headers := jsonb_build_object('Authorization', 'Bearer ' || (
        select decrypted_secret from vault.decrypted_secrets where name = 'duet_cron_secret')),
      timeout_milliseconds := 70000)
  $call$, path)
)
from (values
  ('reconcile', '*/5 * * * *', '/api/cron/reconcile'),
  ('alerts', '*/5 * * * *', '/api/cron/alerts'),
  ('housekeeping', '41 * * * *', '/api/cron/housekeeping'),
  ('accounts', '17 3 * * *', '/api/cron/accounts')
) as work (job, schedule, path);
