"use client";

import { useEffect } from "react";
import { seeMissed } from "@/lib/calls/history/missed";
import type { CallPage } from "@/lib/calls/history/types";
import { connect } from "@/lib/supabase/connect";

/** Notes that the person has their calls before them. A tab behind others fetches anew on waking. */
export function useSeen(page: CallPage | null): void {
  useEffect(() => {
    if (!page || document.visibilityState === "hidden") return;
    // Until the next look, they count as new for longer.
    void connect()
      .then(seeMissed)
      .catch(() => undefined);
  }, [page]);
}
