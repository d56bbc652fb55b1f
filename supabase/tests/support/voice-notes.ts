import type { Transaction } from "../../../sandbox/supabase/database.ts";

/** The other person of each match has sent a voice note, which everybody who could has played. */
export const makeVoiceNotes = (tx: Transaction): Promise<unknown> =>
  tx.script(`
    with note as (
      insert into public.messages
        (match_id, sender_id, kind, media_path, media_type, media_seconds, waveform)
      select match_id, profile_id, 'voice_note', profile_id::text, 'audio/webm', 12, '[0, 100]'
      from public.match_members returning id, match_id
    )
    insert into public.voice_note_plays (message_id, profile_id)
    select note.id, m.profile_id from note join public.match_members m using (match_id);
  `);
