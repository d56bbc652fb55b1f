"use client";

import { useId, useState } from "react";
import { CallControls } from "@/components/call/call-controls";
import { CallNotice } from "@/components/call/call-notice";
import { CallTimer } from "@/components/call/call-timer";
import { Keypad } from "@/components/call/keypad/keypad";
import { KeypadButton } from "@/components/call/keypad/keypad-button";
import { PeerPicture } from "@/components/call/peer-picture";
import { RecordingButton } from "@/components/call/recording/recording-button";
import { RecordingNews } from "@/components/call/recording/recording-news";
import { useRecordingConsent } from "@/components/call/recording/use-recording-consent";
import { useKeyPress } from "@/components/call/use-key-press";
import { useMuteKey } from "@/components/call/use-mute-key";
import { useViewer } from "@/components/shell/viewer-context";
import { isRowOf } from "@/lib/calls/client/call-row";
import type { EndedCall, LiveCall } from "@/lib/calls/client/call-state";
import { endSentence, reachText, statusText, viaText } from "@/lib/calls/client/sentences";
import type { VoiceView } from "@/lib/calls/client/view";

interface CallBarProps {
  view: VoiceView;
  call: LiveCall | EndedCall;
}

/** The call that is on, or that has just ended. */
export function CallBar({ view, call }: CallBarProps) {
  useMuteKey(call);
  const [hasKeypad, setHasKeypad] = useState(false);
  const keypadId = useId();
  useKeyPress(({ key }) => key === "Escape" && setHasKeypad(false));
  const { profileId, displayName: name } = call.peer;
  const via = viaText(call);
  const { id: me } = useViewer();
  const isOpen = call.phase === "open" || call.phase === "reconnecting";
  // Somebody outside of Duet has nothing to agree with.
  const recording = useRecordingConsent({
    sid: isOpen && profileId ? call.callSid : null,
    name,
    isRow: (row) => isRowOf(call, row, me),
  });
  return (
    <section
      aria-label="Call"
      className="safe-top z-20 animate-rise bg-mine text-on-mine [--link:var(--on-mine)]"
    >
      <div className="mx-auto flex max-w-5xl items-center gap-x-3 gap-y-1.5 px-3 py-2 max-sm:flex-wrap md:px-5">
        <PeerPicture profileId={profileId} name={name} size={42} />
        <div className="min-w-0 flex-1 leading-5">
          <p dir="auto" className="truncate font-bold">
            {name}
            {via ? <span className="font-medium text-on-mine-soft"> {via}</span> : null}
          </p>
          <CallProgress call={call} />
        </div>
        <CallControls
          view={view}
          call={call}
          record={
            isOpen && profileId && !recording.isOn ? (
              <RecordingButton
                busy={recording.isAgreeing}
                asked={recording.isAskedByMe}
                onClick={() => void recording.say(true)}
              />
            ) : null
          }
          keypad={
            <KeypadButton
              isOpen={hasKeypad}
              controls={keypadId}
              disabled={call.phase !== "open"}
              onClick={() => setHasKeypad(!hasKeypad)}
            />
          }
        />
      </div>
      {hasKeypad && call.phase === "open" ? <Keypad id={keypadId} digits={call.digits} /> : null}
      <RecordingNews recording={recording} name={name} />
      <CallNotice call={call} />
    </section>
  );
}

/** Where the call stands, how long it has lasted, and why it ended. */
function CallProgress({ call }: { call: LiveCall | EndedCall }) {
  const over = call.phase === "ended";
  const why = over && !call.problem ? endSentence(call) : reachText(call);
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
