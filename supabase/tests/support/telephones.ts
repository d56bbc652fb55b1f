import type { Transaction } from "../../../sandbox/supabase/database.ts";
import { callSid, matchId, personId } from "./world.ts";

/** The owner and the member have a relay; the owner has dialled a number, by a request to the server. */
export const makeTelephones = (tx: Transaction): Promise<unknown> =>
  tx.script(`
    insert into public.phone_numbers (number, country) values ('+15005550011', 'US');
    insert into public.relays (match_id, number_id, expires_at)
      select '${matchId("member")}', id, now() + interval '1 day'
      from public.phone_numbers where number = '+15005550011';
    insert into public.relay_members (relay_id, profile_id, number_id)
      select r.id, p.id, r.number_id from public.relays r, public.profiles p
      where p.id in ('${personId("owner")}', '${personId("member")}');
    insert into public.calls (provider_sid, kind, caller_id)
      values ('${callSid(900)}', 'phone', '${personId("owner")}');
    insert into public.call_participants (call_id, leg_sid, profile_id, role, channel)
      select id, provider_sid, caller_id, 'caller', 'phone' from public.calls where provider_sid = '${callSid(900)}';
    insert into public.dialled_numbers (call_id, profile_id, number)
      select id, caller_id, '+14155550199' from public.calls where provider_sid = '${callSid(900)}';
    insert into public.call_requests (profile_id, idempotency_key, fingerprint, dialled)
      values ('${personId("owner")}', 'key', 'fingerprint', '+14155550199');
  `);
