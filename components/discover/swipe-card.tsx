"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { PersonCard } from "@/components/discover/person-card";
import { useSwipe } from "@/components/discover/use-swipe";
import { cx } from "@/components/ui/class-names";
import type { Card } from "@/lib/discovery/card";
import type { Decision } from "@/lib/discovery/deck";

interface SwipeCardProps {
  card: Card;
  /** The one that is decided about; any other is behind it or on its way out. */
  current: boolean;
  /** Where it goes, when it is on its way out. */
  leaving: Decision | null;
  onDecide: (kind: Decision) => void;
  onGone: () => void;
}

/** A card that follows the pointer, and flies out to where it was decided. */
export function SwipeCard({ card, current, leaving, onDecide, onGone }: SwipeCardProps) {
  const ref = useRef<HTMLDivElement>(null);
  const swipe = useSwipe(onDecide);
  const gone = useEffectEvent(onGone);

  useEffect(() => {
    const card = ref.current;
    if (!card) return;
    // One that is brought back while it flies lies straight again.
    if (!leaving) return card.style.setProperty("--drag", "0");
    const flight = card.animate(wayOut(leaving), {
      duration: 320,
      easing: "cubic-bezier(0.3, 0, 0.7, 0.6)",
      fill: "forwards",
    });
    flight.onfinish = () => gone();
    return () => flight.cancel();
  }, [leaving]);

  return (
    <div
      ref={ref}
      {...(current ? swipe : {})}
      inert={!current}
      aria-hidden={!current}
      className={cx(
        "absolute inset-0 touch-pan-y transition-transform duration-200 ease-out-soft [transform:translateX(calc(var(--drag,0)*1px))_rotate(calc(var(--drag,0)*0.04deg))] data-swiping:cursor-grabbing data-swiping:transition-none data-swiping:select-none motion-reduce:[transform:translateX(calc(var(--drag,0)*1px))]",
        leaving ? "pointer-events-none z-20" : current ? "z-10" : "z-0",
      )}
    >
      <PersonCard card={card} className="h-full" />
      <Stamp kind="like" shown={leaving === "like"} />
      <Stamp kind="pass" shown={leaving === "pass"} />
    </div>
  );
}

const stamps = {
  like: { words: "Like", look: "left-5 -rotate-12 bg-coral text-on-coral", sign: 1 },
  pass: { words: "Pass", look: "right-5 rotate-12 bg-ink text-paper", sign: -1 },
} as const;

/** What letting go would mean, the clearer the further out the card is. */
function Stamp({ kind, shown }: { kind: Decision; shown: boolean }) {
  const { words, look, sign } = stamps[kind];
  return (
    <span
      aria-hidden="true"
      style={{ opacity: shown ? 1 : `calc(var(--drag, 0) * ${sign} / 90)` }}
      className={cx(
        "pointer-events-none absolute top-6 rounded-2xl px-4 py-1 font-display text-2xl font-extrabold",
        look,
      )}
    >
      {words}
    </span>
  );
}

function wayOut(kind: Decision): Keyframe[] {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return [{ opacity: 0 }];
  const sign = kind === "like" ? 1 : -1;
  return [{ transform: `translateX(${sign * window.innerWidth}px) rotate(${sign * 16}deg)` }];
}
