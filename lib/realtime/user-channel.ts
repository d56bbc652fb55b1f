import { openChannel } from "@/lib/realtime/channel";
import { tellUserEvent as tell } from "@/lib/realtime/user-events";
import type { Connect } from "@/lib/supabase/connect";

/**
 * Opens the person's channel; the signed-in shell does so once.
 *
 * @returns closes it
 */
export function openUserChannel(connect: Connect, profileId: string): () => void {
  const channel = openChannel(connect, `user:${profileId}`, {
    on: {
      "match-updated": (payload) => tell("match-updated", payload),
      matched: (payload) => tell("matched", payload),
      call: (payload) => tell("call", payload),
      "calls-seen": (payload) => tell("calls-seen", payload),
      arrived: (payload) => tell("arrived", payload),
      read: (payload) => tell("read", payload),
      choices: (payload) => tell("choices", payload),
      account: (payload) => tell("account", payload),
      recording: (payload) => tell("recording", payload),
      "call-permission": (payload) => tell("call-permission", payload),
    },
    onGap: () => tell("gap", null),
  });
  return channel.close;
}
