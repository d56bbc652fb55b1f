"use client";

import { Volume2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { playTestSound, type TestSound } from "@/lib/calls/client/room/media/test-sound";

type Stage = "quiet" | "playing" | "failed";

/** Plays a sound where calls will sound. */
export function SpeakerTest({ deviceId }: { deviceId: string }) {
  const [stage, setStage] = useState<Stage>("quiet");
  const sound = useRef<TestSound | null>(null);
  useEffect(() => () => sound.current?.stop(), []);

  function play() {
    if (sound.current) return sound.current.stop();
    const playing = playTestSound(deviceId);
    sound.current = playing;
    setStage("playing");
    const end = (next: Stage) => () => {
      sound.current = null;
      setStage(next);
    };
    playing.over.then(end("quiet"), end("failed"));
  }

  return (
    <div>
      <button
        type="button"
        onClick={play}
        aria-pressed={stage === "playing"}
        className={buttonClass("quiet", "min-h-13 w-full px-4 text-[0.9375rem]")}
      >
        <Volume2
          aria-hidden="true"
          size={18}
          className={stage === "playing" ? "animate-pulse text-link" : undefined}
        />
        Test speaker
      </button>
      <p role="status" className="text-sm text-danger empty:hidden">
        {stage === "failed" ? "That speaker cannot be used. Choose another one." : null}
      </p>
    </div>
  );
}
