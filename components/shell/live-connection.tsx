"use client";

import { useEffect } from "react";
import { useViewer } from "@/components/shell/viewer-context";
import { startHeartbeat } from "@/lib/chat/presence";
import { openUserChannel } from "@/lib/realtime/user-channel";
import { connect } from "@/lib/supabase/connect";

/** Keeps the person's channel open and their presence fresh while the shell is there. */
export function LiveConnection() {
  const { id } = useViewer();
  useEffect(() => {
    const closeChannel = openUserChannel(connect, id);
    const stopHeartbeat = startHeartbeat(connect);
    return () => {
      stopHeartbeat();
      closeChannel();
    };
  }, [id]);
  return null;
}
