import "server-only";
import { z } from "zod";
import { firstNameOf } from "@/lib/calls/first-name";
import { env } from "@/lib/env";
import { lasting } from "@/lib/push/payload";
import { sendPushes } from "@/lib/push/send";
import { awake, pushTarget } from "@/lib/push/targets";
import { adminClient } from "@/lib/supabase/admin";

export interface NewMatch {
  matchId: string;
  /** Profile ids of who has just liked back, and of who liked first. */
  from: string;
  to: string;
}

/**
 * Tells somebody, if they want to hear of matches, that they have been liked back.
 *
 * @returns how many browsers were pushed
 * @throws PostgrestError when the database does not answer
 */
export async function notifyMatch({ matchId, from, to }: NewMatch): Promise<number> {
  if (!env().push) return 0;
  const db = adminClient();
  const [{ data: found }, { data: liker }] = await Promise.all([
    db.rpc("find_push_targets", { p_kind: "matches", p_to: [to], p_from: from }).throwOnError(),
    db.from("profiles").select("display_name").eq("id", from).single().throwOnError(),
  ]);
  const payload = {
    type: "match",
    tag: `match:${matchId}`,
    title: `${firstNameOf(liker.display_name, "Somebody")} likes you, too`,
    body: "You are a match. Tap to say hello.",
    path: `/matches/${matchId}`,
    at: Date.now(),
  } as const;
  return sendPushes(awake(z.array(pushTarget).parse(found)), () => payload, lasting);
}
