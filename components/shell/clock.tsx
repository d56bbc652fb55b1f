"use client";

import { createContext, useContext, useEffect, useMemo, useState } from "react";
import { browserPlace, placeCookie, writePlace } from "@/lib/time/place";
import type { Place } from "@/lib/time/words";

interface Clock {
  now: Date;
  place: Place;
}

const tickMs = 30_000;
const Context = createContext<Clock | null>(null);

interface ClockProviderProps {
  /** Milliseconds since 1970 when the server rendered. */
  renderedAt: number;
  place: Place;
  children: React.ReactNode;
}

/** Starts from the server's time and place, so that hydration agrees, then goes by the browser's. */
export function ClockProvider({ renderedAt, place, children }: ClockProviderProps) {
  const [now, setNow] = useState(() => new Date(renderedAt));
  const [here, setHere] = useState(place);

  useEffect(() => {
    const tick = () => setNow(new Date());
    tick();
    const timer = setInterval(tick, tickMs);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, []);

  useEffect(() => {
    const actual = browserPlace();
    if (writePlace(actual) === writePlace(place)) return;
    rememberPlace();
    setHere(actual);
  }, [place]);

  const clock = useMemo(() => ({ now, place: here }), [now, here]);
  return <Context value={clock}>{children}</Context>;
}

/** Tells the server where this browser is, for a year. */
export function rememberPlace(): void {
  const value = encodeURIComponent(writePlace(browserPlace()));
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${placeCookie}=${value}; path=/; max-age=31536000; samesite=lax`;
}

/** The viewer's time and place; changes twice a minute. @throws Error outside ClockProvider */
export function useClock(): Clock {
  const clock = useContext(Context);
  if (!clock) throw new Error("useClock is for pages inside the signed-in shell");
  return clock;
}
