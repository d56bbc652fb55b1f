"use client";

import { useEffect, useRef } from "react";
import { Avatar } from "@/components/ui/avatar";
import { cx } from "@/components/ui/class-names";

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

const sparkColours = Array.from({ length: 16 }, (_, n) => (n % 2 ? "bg-mark-one" : "bg-mark-two"));
const burst: KeyframeAnimationOptions = { duration: 900, delay: 350, easing: "ease-out" };

/** Where a spark flies, in the order around the circle. */
function flight(n: number): Keyframe[] {
  const angle = (n / sparkColours.length) * 2 * Math.PI;
  const far = 120 + (n % 3) * 30;
  return [
    { transform: "scale(0.4)", opacity: 1 },
    {
      transform: `translate(${Math.cos(angle) * far * 1.3}px, ${Math.sin(angle) * far}px)`,
      opacity: 0,
    },
  ];
}

/** Two pictures that come together. Decorative: the words beside it say the same. */
export function MatchPictures({ me, other }: { me: Pictured; other: Pictured }) {
  const left = useRef<HTMLSpanElement>(null);
  const right = useRef<HTMLSpanElement>(null);
  const sparks = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const from = (x: number, turn: number) => [
      { transform: `translateX(${x}px) rotate(${turn}deg) scale(0.7)`, opacity: 0 },
      { transform: "none", opacity: 1 },
    ];
    const flights = [
      left.current?.animate(from(-120, -20), meeting),
      right.current?.animate(from(120, 20), meeting),
      ...Array.from(sparks.current?.children ?? [], (spark, n) => spark.animate(flight(n), burst)),
    ];
    return () => {
      for (const flight of flights) flight?.cancel();
    };
  }, []);
  return (
    <div aria-hidden="true" className="relative flex justify-center pt-3 pb-6">
      <span ref={sparks} className="absolute top-1/2 left-1/2">
        {sparkColours.map((colour, n) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: they differ in nothing else
            key={n}
            className={cx("absolute size-2.5 rounded-full opacity-0", colour)}
          />
        ))}
      </span>
      <span ref={left} className="relative inline-flex rounded-full bg-mark-one p-1.5">
        <Avatar profileId={me.id} picture={me.picture} name={me.name} size={size} />
      </span>
      <span ref={right} className="relative -ml-6 inline-flex rounded-full bg-mark-two p-1.5">
        <Avatar profileId={other.id} picture={other.picture} name={other.name} size={size} />
      </span>
    </div>
  );
}
