import type { Transaction } from "../../../sandbox/supabase/database.ts";

/**
 * Everybody who belongs or belonged to a match has reacted to what was written in it, and has
 * taken something back.
 */
export const makeReactions = (tx: Transaction): Promise<unknown> =>
  tx.script(`
    insert into public.message_reactions (message_id, profile_id, emoji)
    select message.id, member.profile_id, '👍'
    from public.messages message join public.match_members member using (match_id)
    where message.kind = 'text';
    insert into public.deleted_messages (message_id, sender_id, body)
    select id, sender_id, 'taken back' from public.messages where kind = 'text';
  `);
