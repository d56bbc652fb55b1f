"use client";

import { useEffect, useState } from "react";
import { formatDuration } from "@/lib/time/duration";

/** Short of a second, so that none is seen to be skipped. */
const tickMs = 250;

interface CallTimerProps {
  /** Epoch milliseconds. */
  since: number;
  /** Epoch milliseconds; null while it runs. */
  until: number | null;
}

/** How long people have been talking, as m:ss. */
export function CallTimer({ since, until }: CallTimerProps) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until !== null) return;
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, [until]);
  return (
    <span role="timer" aria-label="Call length" className="tabular-nums">
      {formatDuration(((until ?? now) - since) / 1000)}
    </span>
  );
}
