"use client";

import { useRef } from "react";
import { EndedCard } from "@/components/call/room/ended-card";
import { useFocusInside } from "@/components/call/room/use-focus-inside";
import { useInertBehind } from "@/components/call/room/use-inert-behind";
import type { RoomCall } from "@/lib/calls/client/room/view";

/** What stays of a call until its person has read why it ended. */
export function EndedStage({ call }: { call: RoomCall }) {
  const ref = useRef<HTMLElement>(null);
  useInertBehind(ref);
  useFocusInside(ref);
  return (
    <section
      ref={ref}
      aria-label="Call"
      tabIndex={-1}
      className="stage fixed inset-0 z-20 grid place-items-center overflow-y-auto py-8 outline-none"
    >
      <EndedCard call={call} />
    </section>
  );
}
