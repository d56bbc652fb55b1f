import type { Transaction } from "../../../sandbox/supabase/database.ts";
import { matchId, personId } from "./world.ts";

/** The owner has a browser and choices of their own; they have pushed somebody about a message and a call. */
export const makePush = (tx: Transaction): Promise<unknown> =>
  tx.script(`
    insert into public.push_subscriptions (profile_id, endpoint, p256dh, auth, device)
      values ('${personId("owner")}', 'https://fcm.googleapis.com/a', repeat('B', 87), repeat('a', 22), 'Chrome');
    insert into public.notification_preferences (profile_id, messages) values ('${personId("owner")}', false);
    insert into public.app_presence (profile_id, away_at) values ('${personId("owner")}', now());
    insert into public.message_alerts (message_id)
      select id from public.messages where match_id = '${matchId("member")}';
    insert into public.call_reach (call_id) select id from public.calls where match_id = '${matchId("member")}';
  `);
