import type { Transaction } from "../../../sandbox/supabase/database.ts";

/** Everybody who belongs or belonged to a match has reacted to what was written in it. */
export const makeReactions = (tx: Transaction): Promise<unknown> =>
  tx.script(`
    insert into public.message_reactions (message_id, profile_id, emoji)
    select message.id, member.profile_id, '👍'
    from public.messages message join public.match_members member using (match_id)
    where message.kind = 'text';
  `);
