"use client";

import { useEffect } from "react";
import { useViewer } from "@/components/shell/viewer-context";
import { startOnDemand } from "@/lib/on-demand";
import { connect } from "@/lib/supabase/connect";

/** Keeps the person and the page in touch with Duet while the shell is there. */
export function LiveConnection() {
  const { id } = useViewer();
  useEffect(() => {
    const live = startOnDemand(async () => {
      const [{ startLive }] = await Promise.all([import("@/lib/chat/live"), connect()]);
      return startLive(connect, id);
    });
    return live.stop;
  }, [id]);
  return null;
}
