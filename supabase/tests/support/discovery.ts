import type { Transaction } from "../../../sandbox/supabase/database.ts";
import { personId } from "./world.ts";

/** The owner likes somebody who has passed them by, and has said where they are. */
export const makeDiscovery = (tx: Transaction): Promise<unknown> =>
  tx.script(`
    insert into public.likes (liker_id, liked_id, kind) values
      ('${personId("owner")}', '${personId("bystander's friend")}', 'like'),
      ('${personId("bystander's friend")}', '${personId("owner")}', 'pass');
    insert into public.discovery_preferences (profile_id, latitude, longitude)
      values ('${personId("owner")}', 52.52, 13.41);
  `);
