"use client";

import { Mic } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { useRoom } from "@/components/call/room/use-room";
import { useSurface } from "@/components/call/use-surface";
import { useVoice } from "@/components/call/use-voice";
import { whyNotCall } from "@/components/call/why-not";
import { fetchRecording } from "@/components/chat/voice-notes/fetch-recording";
import { useHoldToRecord } from "@/components/chat/voice-notes/use-hold-to-record";
import { cx } from "@/components/ui/class-names";
import { notify } from "@/components/ui/notify";
import { useIdle } from "@/components/ui/use-idle";
import type { RecordedNote, Recorder, RecorderState } from "@/lib/chat/voice-notes/client/recorder";

/** What plays gives way to a call, and to what is recorded. */
const silence = async () => (await import("@/lib/player/player")).pause();

const fetchPanel = async () => (await fetchRecording()).RecordingPanel;

interface VoiceNoteControlProps {
  recorder: Recorder;
  state: RecorderState;
  onSend: (note: RecordedNote) => void;
}

/** The button that records, and what takes the text box's place meanwhile. */
export function VoiceNoteControl({ recorder, state, onSend }: VoiceNoteControlProps) {
  const call = whyNotCall(useVoice(), useRoom(), null);
  const reason = call && `${call} You can record when it is over.`;
  const reasonId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const { phase } = state;
  const RecordingPanel = useSurface(useIdle() || phase !== "idle", fetchPanel);

  // Microphone and loudspeaker are the call's from now on; what has been said is kept.
  useEffect(() => {
    if (!reason) return;
    silence().catch(() => undefined);
    void recorder.stop();
  }, [reason, recorder]);

  const before = useRef(phase);
  useEffect(() => {
    const wasOpen = before.current === "recording" || before.current === "ready";
    before.current = phase;
    if (wasOpen && phase === "idle" && document.activeElement === document.body) {
      button.current?.focus();
    }
  }, [phase]);

  function onBegin() {
    if (reason) void notify(reason, { id: "voice-note" });
    else void recorder.start();
    return !reason;
  }

  async function send() {
    const note = await recorder.take();
    if (note) onSend(note);
    else void notify("That was very short. Hold the button while you talk.", { id: "voice-note" });
  }

  const { held, slide, handlers } = useHoldToRecord({
    onBegin,
    // While the browser still asks for the microphone, the recording goes on without the finger.
    onRelease: () => phase === "recording" && void send(),
    onCancel: recorder.cancel,
  });

  const making = state.phase === "idle" || state.phase === "failed" ? null : state;
  return (
    <>
      {making && RecordingPanel ? (
        <RecordingPanel
          recorder={recorder}
          state={making}
          slide={held ? slide : null}
          onSend={() => void send()}
        />
      ) : null}
      {making && (phase === "ready" || !held) ? null : (
        <button
          ref={button}
          type="button"
          aria-label="Record voice note"
          aria-disabled={reason ? true : undefined}
          aria-describedby={reason ? reasonId : undefined}
          title={reason ?? "Tap to record, or hold and let go to send"}
          style={held ? { transform: `translateX(${-slide * 48}px) scale(1.25)` } : undefined}
          className={cx(
            "grid size-11 shrink-0 touch-none place-items-center rounded-full select-none [-webkit-touch-callout:none] transition-colors duration-150 aria-disabled:opacity-55",
            held ? "bg-coral text-on-coral" : "bg-mine-wash text-link hover:bg-line",
          )}
          {...handlers}
        >
          <Mic aria-hidden="true" size={21} />
        </button>
      )}
      <span id={reasonId} className="sr-only">
        {reason}
      </span>
    </>
  );
}
