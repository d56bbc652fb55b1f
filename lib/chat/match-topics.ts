import type { MovingTopic } from "@/lib/realtime/channel";
import type { Connect } from "@/lib/supabase/connect";

type Topics = Record<"match" | "typing", MovingTopic>;

/**
 * Where the members of a match listen and say that they type. Both move when somebody leaves, so
 * that whoever has left hears no more.
 */
export function matchTopics(connect: Connect, matchId: string): Topics {
  let asking: Promise<string> | null = null;
  // Both channels open at once: one question is enough.
  const channelId = () => {
    asking ??= findChannel(connect, matchId).finally(() => {
      asking = null;
    });
    return asking;
  };
  const topic = (kind: keyof Topics): MovingTopic => ({
    key: `${kind}:${matchId}`,
    find: async () => `${kind}:${await channelId()}`,
  });
  return { match: topic("match"), typing: topic("typing") };
}

async function findChannel(connect: Connect, matchId: string): Promise<string> {
  const { data } = await (await connect())
    .from("matches")
    .select("id, channel")
    .eq("id", matchId)
    .maybeSingle()
    .throwOnError();
  if (!data) throw new Error("This match is not open to the viewer any more");
  return data.channel ?? data.id;
}
