"use client";

import { ChevronLeft, Square, Trash2 } from "lucide-react";
import { useEffect } from "react";
import { focusOnMount } from "@/components/chat/voice-notes/focus-on-mount";
import { LiveWaveform } from "@/components/chat/voice-notes/live-waveform";
import { iconButtonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/class-names";
import { createScreenLight } from "@/lib/calls/client/room/wake-lock";
import type { RecorderState } from "@/lib/chat/voice-notes/client/recorder";
import { maxSeconds } from "@/lib/chat/voice-notes/limits";
import { formatDuration } from "@/lib/time/duration";

/** From here on the seconds that are left are shown. */
const countdownSeconds = 10;

interface RecordingBarProps {
  state: Extract<RecorderState, { phase: "opening" | "recording" }>;
  /** How far the finger that holds the button has slid to where it cancels, 0 to 1; null if none does. */
  slide: number | null;
  onCancel: () => void;
  onStop: () => void;
}

/** What is being recorded: how long, how loud, and how to end it. */
export function RecordingBar({ state, slide, onCancel, onStop }: RecordingBarProps) {
  const held = slide !== null;
  const recording = state.phase === "recording";
  useEffect(() => {
    if (!recording) return;
    // A phone that goes dark stops recording.
    const light = createScreenLight();
    light.keepOn(true);
    return () => light.keepOn(false);
  }, [recording]);
  return (
    <fieldset
      aria-label="Recording"
      className="flex min-h-11 min-w-0 flex-1 animate-rise items-center gap-2"
    >
      {held ? null : (
        <button
          type="button"
          aria-label="Cancel"
          className={iconButtonClass("text-danger!")}
          onClick={onCancel}
        >
          <Trash2 aria-hidden="true" size={20} />
        </button>
      )}
      <div className="flex h-11 min-w-0 flex-1 items-center gap-2.5 rounded-3xl bg-sunken px-4">
        {recording ? <Clock seconds={state.seconds} /> : <p>Opening the microphone…</p>}
        {recording ? <LiveWaveform levels={state.levels} /> : null}
        {held ? (
          <p
            className="flex shrink-0 items-center gap-0.5 text-sm text-ink-soft"
            style={{ opacity: 1 - slide, transform: `translateX(${-24 * slide}px)` }}
          >
            <ChevronLeft aria-hidden="true" size={16} />
            Slide to cancel
          </p>
        ) : null}
      </div>
      {held || !recording ? null : (
        <button
          type="button"
          aria-label="Stop"
          ref={focusOnMount}
          className="grid size-11 shrink-0 place-items-center rounded-full bg-coral text-on-coral transition-colors duration-150 hover:bg-coral-press"
          onClick={onStop}
        >
          <Square aria-hidden="true" size={16} fill="currentColor" />
        </button>
      )}
    </fieldset>
  );
}

function Clock({ seconds }: { seconds: number }) {
  const left = Math.ceil(maxSeconds - seconds);
  const ending = left <= countdownSeconds;
  return (
    <>
      <span
        aria-hidden="true"
        className="size-2.5 shrink-0 animate-shimmer rounded-full bg-coral"
      />
      <span
        role="timer"
        className={cx("shrink-0 tabular-nums", ending && "font-semibold text-danger")}
      >
        {ending ? `${left} s left` : formatDuration(seconds)}
      </span>
      <span role="status" className="sr-only">
        {ending ? "Ten seconds left" : "Recording"}
      </span>
    </>
  );
}
