import type { Transaction } from "../../../sandbox/supabase/database.ts";
import { matchId, personId } from "./world.ts";

/** The member has asked the owner to allow video calls. */
export const makePermissions = (tx: Transaction): Promise<unknown> =>
  tx.script(`
    insert into public.call_permission_requests (match_id, asker_id, kind)
      values ('${matchId("member")}', '${personId("member")}', 'video');
  `);
