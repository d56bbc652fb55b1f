import { useEffect, useState } from "react";

/** Short of a second, so that none is seen to be skipped. */
const tickMs = 500;

/**
 * Counts seconds down to 0.
 *
 * @param seconds - where to begin
 * @returns the seconds left, and a function that begins anew
 */
export function useCountdown(seconds: number): [number, (seconds: number) => void] {
  const [endsAt, setEndsAt] = useState(() => Date.now() + seconds * 1000);
  const [left, setLeft] = useState(seconds);

  useEffect(() => {
    const tick = () => setLeft(Math.max(0, Math.ceil((endsAt - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, tickMs);
    return () => clearInterval(timer);
  }, [endsAt]);

  return [left, (next) => setEndsAt(Date.now() + next * 1000)];
}
