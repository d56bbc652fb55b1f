"use client";

import { useEffect, useRef } from "react";
import { Avatar } from "@/components/ui/avatar";

interface Pictured {
  id: string;
  name: string;
  picture: string | null;
}

const size = 116;
const meeting: KeyframeAnimationOptions = {
  duration: 650,
  easing: "cubic-bezier(0.2, 1.2, 0.4, 1)",
  fill: "backwards",
};

/** Two pictures that come together. Decorative: the words beside it say the same. */
export function MatchPictures({ me, other }: { me: Pictured; other: Pictured }) {
  const left = useRef<HTMLSpanElement>(null);
  const right = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const from = (x: number, turn: number) => [
      { transform: `translateX(${x}px) rotate(${turn}deg) scale(0.7)`, opacity: 0 },
      { transform: "none", opacity: 1 },
    ];
    const flights = [
      left.current?.animate(from(-120, -20), meeting),
      right.current?.animate(from(120, 20), meeting),
    ];
    return () => {
      for (const flight of flights) flight?.cancel();
    };
  }, []);
  return (
    <div aria-hidden="true" className="flex justify-center pt-2 pb-6">
      <span ref={left} className="rounded-full bg-mark-one p-1.5">
        <Avatar profileId={me.id} picture={me.picture} name={me.name} size={size} />
      </span>
      <span ref={right} className="-ml-6 rounded-full bg-mark-two p-1.5">
        <Avatar profileId={other.id} picture={other.picture} name={other.name} size={size} />
      </span>
    </div>
  );
}
