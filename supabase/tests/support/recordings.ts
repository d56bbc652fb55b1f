import type { Transaction } from "../../../sandbox/supabase/database.ts";
import { personId } from "./world.ts";

/**
 * Everybody of the world has talked in their call with the owner, and agreed: each call has a
 * recording with a transcript, one that has expired and one that was deleted. In one call of the
 * owner's somebody has left them a voicemail.
 */
export const makeRecordings = (tx: Transaction): Promise<unknown> =>
  tx.script(`
    update public.call_participants set joined_at = now();
    insert into public.recording_consents (call_id, profile_id)
      select call_id, profile_id from public.call_participants;
    insert into public.recordings (call_id, provider_sid, kind, status, expires_at, deleted_at)
      select c.id, 'RE' || md5(c.id::text || made.status), 'call', made.status::public.recording_status,
        now() + made.left_over::interval, made.deleted_at
      from public.calls c, (values
        ('completed', '1 day', null), ('absent', '-1 day', null), ('deleted', '1 day', now())
      ) as made (status, left_over, deleted_at);
    insert into public.recordings (call_id, provider_sid, kind, owner_id, status, expires_at)
      select id, 'RE' || md5(id::text), 'voicemail', '${personId("owner")}', 'completed', now() + interval '1 day'
      from public.calls where caller_id = '${personId("owner")}' limit 1;
    insert into public.transcripts (call_id, recording_id, recording_sid, provider_sid)
      select call_id, id, provider_sid, 'TR' || substr(provider_sid, 3) from public.recordings;
  `);
