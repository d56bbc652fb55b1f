import { createHash } from "node:crypto";
import { z } from "zod";
import type { SandboxSupabase } from "./supabase/server.ts";
import { type Clock, systemClock } from "./twilio/calls/clock.ts";

export interface DemoLikesOptions {
  /** The part of all likes that is answered, from 0 to 1. */
  share: number;
  /** Seconds that an answer takes: at least, at most. */
  afterSeconds: readonly [number, number];
  clock: Clock;
}

const usual: DemoLikesOptions = { share: 0.5, afterSeconds: [3, 20], clock: systemClock };

const likeSchema = z.object({ liker_id: z.uuid(), liked_id: z.uuid() });
type Like = z.infer<typeof likeSchema>;

/**
 * Lets the demo people like back now and then, as people would: not at once, not everybody, and the
 * same ones each time. Who is signed in as one of them decides for themselves. Likes of the last
 * hour whose answer an earlier run still owed are answered too.
 * @returns they like nobody back any more
 */
export async function startDemoLikes(
  supabase: Pick<SandboxSupabase, "onBroadcast" | "query">,
  options: Partial<DemoLikesOptions> = {},
): Promise<() => void> {
  const { share, afterSeconds, clock } = { ...usual, ...options };
  const [least, most] = afterSeconds;
  const waiting = new Set<() => void>();

  function consider(like: Like) {
    const { willing, patience } = temper(like);
    if (willing >= share) return;
    const delayMs = 1000 * (least + patience * (most - least));
    const callOff = clock.after(delayMs, () => {
      waiting.delete(callOff);
      likeBack(supabase, like).catch((error: unknown) => console.error(error));
    });
    waiting.add(callOff);
  }

  const stop = supabase.onBroadcast("demo:likes", (_event, payload) => {
    const like = likeSchema.safeParse(payload);
    if (like.success && isDemoPerson(like.data.liked_id)) consider(like.data);
  });
  const owed = await supabase.query<Like>(
    `select liker_id, liked_id from public.likes given
     where kind = 'like' and created_at > now() - interval '1 hour'
       and not exists (
         select from public.likes
         where liker_id = given.liked_id and liked_id = given.liker_id
       )`,
  );
  for (const like of owed) if (isDemoPerson(like.liked_id)) consider(like);
  return () => {
    stop();
    for (const callOff of waiting) callOff();
  };
}

/** The people of the seed, without Echo. */
function isDemoPerson(id: string): boolean {
  return /^00000000-0000-4000-8000-0000000001(?!00)\d\d$/.test(id);
}

/** What this pair is like: two numbers from 0 to 1 that never change. */
function temper({ liker_id, liked_id }: Like): { willing: number; patience: number } {
  const digest = createHash("sha256").update(`${liker_id} ${liked_id}`).digest();
  return { willing: digest.readUInt8(0) / 256, patience: digest.readUInt8(1) / 255 };
}

async function likeBack(supabase: Pick<SandboxSupabase, "query">, like: Like): Promise<void> {
  await supabase.query(
    `select public.decide(id, $2, 'like') from public.profiles
     where id = $1 and coalesce(last_seen_at, '-infinity') < now() - interval '90 seconds'
       and exists (select from public.likes where liker_id = $2 and liked_id = $1 and kind = 'like')`,
    [like.liked_id, like.liker_id],
  );
}
