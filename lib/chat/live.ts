import { followPermissions } from "@/lib/calls/client/permission/follow";
import { startHeartbeat } from "@/lib/chat/presence";
import { openUserChannel } from "@/lib/realtime/user-channel";
import type { Connect } from "@/lib/supabase/connect";

/** Keeps the person's channel open, their presence fresh, and up with who may call whom. */
export function startLive(connect: Connect, profileId: string): { stop: () => void } {
  const stops = [
    openUserChannel(connect, profileId),
    startHeartbeat(connect),
    followPermissions(connect),
  ];
  return {
    stop() {
      for (const stop of stops) stop();
    },
  };
}
