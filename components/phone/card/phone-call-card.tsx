"use client";

import { Smartphone } from "lucide-react";
import { CallTimer } from "@/components/call/call-timer";
import { PeerPicture } from "@/components/call/peer-picture";
import { RecordingByPage } from "@/components/call/recording/recording-by-page";
import { PhoneCallControls } from "@/components/phone/card/phone-call-controls";
import type { PhoneCall } from "@/lib/calls/client/phone/phone-call";
import { otherName, phoneEndSentence, phoneStatus } from "@/lib/calls/client/phone/words";
import { toDate } from "@/lib/time/instant";

const epoch = (at: string | null) => (at === null ? null : toDate(at).getTime());

/** The call that is on this person's telephone, seen from the page: where it stands, and its end. */
export function PhoneCallCard({ call }: { call: PhoneCall }) {
  const name = otherName(call);
  const why = phoneEndSentence(call);
  const since = epoch(call.answeredAt);
  const until = epoch(call.endedAt);
  return (
    <div className="safe-top z-20 px-2 md:px-5">
      <section
        aria-label="Phone call"
        className="mx-auto my-2 max-w-2xl animate-rise rounded-card bg-mine text-on-mine shadow-high [--link:var(--on-mine)]"
      >
        <div className="flex items-center gap-3 px-3 py-2.5">
          <span className="relative shrink-0">
            <PeerPicture profileId={call.other?.id ?? null} name={name} size={46} />
            <span className="absolute -right-1 -bottom-1 grid size-5.5 place-items-center rounded-full bg-surface text-ink shadow-lift">
              <Smartphone aria-hidden="true" size={14} />
            </span>
          </span>
          <div className="min-w-0 flex-1 leading-5">
            <p dir="auto" className="truncate font-bold">
              {name}
            </p>
            <p className="flex flex-wrap gap-x-1.5 text-sm text-on-mine-soft">
              <span role="status">{phoneStatus(call)}</span>
              {since === null || call.phase === "their-phone" ? null : (
                <>
                  <span aria-hidden="true">·</span>
                  <CallTimer since={since} until={call.phase === "ended" ? until : null} />
                </>
              )}
              <span aria-live="polite">{why}</span>
            </p>
          </div>
          <PhoneCallControls call={call} />
        </div>
        {call.phase === "connected" && call.other ? (
          <RecordingByPage sid={call.sid} name={name} />
        ) : null}
        {call.phase === "your-phone" ? (
          <p className="px-4 pb-3 text-sm font-medium text-pretty">
            {call.isMine
              ? `Pick it up, and Duet calls ${name}. You both see a number of Duet's.`
              : `${name} is calling. Pick up your phone and press 1 to talk.`}
          </p>
        ) : null}
      </section>
    </div>
  );
}
