"use client";

import { CallControls } from "@/components/call/call-controls";
import { CallNotice } from "@/components/call/call-notice";
import { CallTimer } from "@/components/call/call-timer";
import { useMuteKey } from "@/components/call/use-mute-key";
import { Avatar } from "@/components/ui/avatar";
import type { EndedCall, LiveCall } from "@/lib/calls/client/call-state";
import { endSentence, statusText } from "@/lib/calls/client/sentences";
import type { VoiceView } from "@/lib/calls/client/view";

interface CallBarProps {
  view: VoiceView;
  call: LiveCall | EndedCall;
}

/** The call that is on, or that has just ended. */
export function CallBar({ view, call }: CallBarProps) {
  useMuteKey(call);
  const name = call.peer.displayName;
  return (
    <section
      aria-label="Call"
      className="safe-top z-20 animate-rise bg-mine text-on-mine [--link:var(--on-mine)]"
    >
      <div className="mx-auto flex max-w-5xl items-center gap-3 px-3 py-2 md:px-5">
        <Avatar profileId={call.peer.profileId} name={name} size={42} />
        <div className="min-w-0 flex-1 leading-5">
          <p dir="auto" className="truncate font-bold">
            {name}
          </p>
          <CallProgress call={call} />
        </div>
        <CallControls view={view} call={call} />
      </div>
      <CallNotice call={call} />
    </section>
  );
}

/** Where the call stands, how long it has lasted, and why it ended. */
function CallProgress({ call }: { call: LiveCall | EndedCall }) {
  const over = call.phase === "ended";
  const why = over && !call.problem ? endSentence(call) : "";
  return (
    <p className="flex flex-wrap gap-x-1.5 text-sm text-on-mine-soft">
      <span role="status">{statusText(call)}</span>
      {call.openedAt === null ? null : (
        <>
          <span aria-hidden="true">·</span>
          <CallTimer since={call.openedAt} until={over ? call.endedAt : null} />
        </>
      )}
      {why ? <span aria-hidden="true">·</span> : null}
      <span aria-live="polite">{why}</span>
    </p>
  );
}
