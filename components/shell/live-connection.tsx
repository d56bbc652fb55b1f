"use client";

import { useEffect } from "react";
import { useViewer } from "@/components/shell/viewer-context";
import { startHeartbeat } from "@/lib/chat/presence";
import { openUserChannel } from "@/lib/realtime/user-channel";
import { createBrowserClient } from "@/lib/supabase/browser";

/** Keeps the person's channel open and their presence fresh while the shell is there. */
export function LiveConnection() {
  const { id } = useViewer();
  useEffect(() => {
    const client = createBrowserClient();
    const closeChannel = openUserChannel(client, id);
    const stopHeartbeat = startHeartbeat(client);
    return () => {
      stopHeartbeat();
      closeChannel();
    };
  }, [id]);
  return null;
}
