"use client";

import { Mic, Square } from "lucide-react";
import { useEffect, useState } from "react";
import { liveBars, Waves } from "@/app/(site)/waves";
import { createLevel } from "@/lib/calls/client/room/media/level";

type State = { name: "still" | "asking" | "denied" } | { name: "live"; microphone: MediaStream };

/** The two voices; the left one becomes the visitor's own while their microphone is open. */
export function TryVoice() {
  const [state, setState] = useState<State>({ name: "still" });
  const microphone = state.name === "live" ? state.microphone : null;
  const mine = useWave(microphone);

  async function open() {
    setState({ name: "asking" });
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      setState({ name: "live", microphone: stream });
    } catch {
      setState({ name: "denied" });
    }
  }

  return (
    <>
      <div aria-hidden="true">
        <Waves {...(mine && { mine })} />
      </div>
      <div className="-mt-1 mb-4 flex flex-col items-center gap-1.5">
        <button
          type="button"
          disabled={state.name === "asking"}
          onClick={() => (microphone ? setState({ name: "still" }) : void open())}
          className="inline-flex min-h-11 items-center gap-2 rounded-full bg-mine-wash px-4 text-sm font-semibold text-link"
        >
          {microphone ? (
            <Square aria-hidden="true" size={14} fill="currentColor" />
          ) : (
            <Mic aria-hidden="true" size={16} />
          )}
          {microphone ? "Stop" : "Try your voice"}
        </button>
        <p role="status" className="px-4 text-center text-xs text-ink-soft">
          {words[state.name]}
        </p>
      </div>
    </>
  );
}

const words = {
  still: "Nothing is recorded or sent.",
  asking: "Your browser asks for the microphone.",
  live: "Say something: the voice on the left is yours.",
  denied: "The microphone is not allowed here, or there is none. Calls ask again.",
} as const;

/** The loudness of a microphone over the last second, newest last; null without one. */
function useWave(microphone: MediaStream | null): readonly number[] | null {
  const [levels, setLevels] = useState<readonly number[] | null>(null);
  useEffect(() => {
    const [track] = microphone?.getAudioTracks() ?? [];
    if (!track) return;
    const level = createLevel(() => ({ mediaStreamTrack: track }));
    const quiet = Array.from({ length: liveBars }, () => 0);
    const stop = level.subscribe(() =>
      setLevels((now) => [...(now ?? quiet).slice(1), Math.max(0.1, level.getSnapshot())]),
    );
    return () => {
      stop();
      track.stop();
      setLevels(null);
    };
  }, [microphone]);
  return levels;
}
