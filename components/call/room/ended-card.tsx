"use client";

import { Phone, Video } from "lucide-react";
import Link from "next/link";
import { RoomStatus } from "@/components/call/room/room-status";
import { useWayBack } from "@/components/call/room/use-way-back";
import { roomEndSentence } from "@/components/call/room/words";
import { Avatar } from "@/components/ui/avatar";
import { buttonClass } from "@/components/ui/button-class";
import { roomProblems } from "@/lib/calls/client/room/problems";
import { commandRoom } from "@/lib/calls/client/room/room";
import type { RoomCall } from "@/lib/calls/client/room/view";

const close = () => void commandRoom({ type: "dismiss" });

/** A call that is over: why, and how to go on. */
export function EndedCard({ call }: { call: RoomCall }) {
  const { match, kind, problem } = call;
  const [person] = match.people;
  const wayBack = useWayBack(call);
  const sentence = roomEndSentence(call);
  return (
    <div className="flex w-full max-w-sm animate-rise flex-col items-center gap-1 px-6 text-center">
      <Avatar profileId={person?.id ?? match.matchId} name={match.name} size={96} />
      <p dir="auto" className="mt-4 font-display text-3xl font-bold tracking-tight text-balance">
        {match.name}
      </p>
      <RoomStatus call={call} className="text-on-stage-soft" />
      <p aria-live="polite" className="min-h-6 text-pretty text-on-stage">
        {sentence}
      </p>
      <div className="mt-6 grid w-full grid-cols-2 gap-3">
        <button
          type="button"
          className={buttonClass("quiet", "bg-white/15! text-on-stage! hover:bg-white/25!")}
          onClick={close}
        >
          Close
        </button>
        {problem && roomProblems[problem].action === "sign-in" ? (
          <Link href="/signin" className={buttonClass()}>
            Sign in
          </Link>
        ) : (
          <button type="button" className={buttonClass()} onClick={wayBack.take}>
            {kind === "video" ? (
              <Video aria-hidden="true" size={20} />
            ) : (
              <Phone aria-hidden="true" size={20} />
            )}
            {wayBack.name}
          </button>
        )}
      </div>
    </div>
  );
}
