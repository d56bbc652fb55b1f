import type { Transaction } from "../../../sandbox/supabase/database.ts";
import { matchId, personId } from "./world.ts";

/** A member has reported the owner, who was warned; somebody else is barred. */
export const makeReports = (tx: Transaction): Promise<unknown> =>
  tx.script(`
    insert into public.reports (reporter_id, reported_id, match_id, reason)
      values ('${personId("member")}', '${personId("owner")}', '${matchId("member")}', 'spam');
    insert into public.warnings (profile_id, words) values ('${personId("owner")}', 'No spam, please.');
    insert into public.barred_accounts (auth_email) values ('p_0@users.duet.example');
  `);
