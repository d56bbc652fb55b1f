"use client";

import { X } from "lucide-react";
import { RoomStatus } from "@/components/call/room/room-status";
import { useWayBack } from "@/components/call/room/use-way-back";
import { roomEndSentence } from "@/components/call/room/words";
import { Avatar } from "@/components/ui/avatar";
import { commandRoom } from "@/lib/calls/client/room/room";
import type { RoomCall } from "@/lib/calls/client/room/view";

/** A call that is over with little to say about it, above the page and not over it. */
export function EndedBar({ call }: { call: RoomCall }) {
  const { match } = call;
  const wayBack = useWayBack(call);
  const sentence = roomEndSentence(call);
  return (
    <section
      aria-label="Call"
      className="safe-top z-20 animate-rise bg-mine text-on-mine [--link:var(--on-mine)]"
    >
      <div className="mx-auto flex max-w-5xl items-center gap-3 px-3 py-2 md:px-5">
        <Avatar profileId={match.people[0]?.id ?? match.matchId} name={match.name} size={42} />
        <div className="min-w-0 flex-1 leading-5">
          <p dir="auto" className="truncate font-bold">
            {match.name}
          </p>
          <RoomStatus call={call} className="text-on-mine-soft" />
          <p aria-live="polite" className="text-sm text-on-mine-soft">
            {sentence}
          </p>
        </div>
        <button
          type="button"
          className="min-h-11 shrink-0 rounded-full bg-white px-4 font-semibold text-stage hover:bg-white/85"
          onClick={wayBack.take}
        >
          {wayBack.name}
        </button>
        <button
          type="button"
          className="inline-grid size-11 shrink-0 place-items-center rounded-full bg-white/15 hover:bg-white/25"
          onClick={() => void commandRoom({ type: "dismiss" })}
        >
          <X aria-hidden="true" size={20} />
          <span className="sr-only">Close</span>
        </button>
      </div>
    </section>
  );
}
