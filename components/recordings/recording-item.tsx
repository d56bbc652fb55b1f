"use client";

import { Pause, Play } from "lucide-react";
import { useId } from "react";
import { PeerPicture } from "@/components/call/peer-picture";
import { usePlayback } from "@/components/player/use-player";
import { PlayerBar } from "@/components/recordings/player-bar";
import { RecordingActions } from "@/components/recordings/recording-actions";
import { recordingName, recordingState } from "@/components/recordings/recording-words";
import { Transcript } from "@/components/recordings/transcript";
import { useClock } from "@/components/shell/clock";
import { iconButtonClass } from "@/components/ui/button-class";
import { Spinner } from "@/components/ui/spinner";
import { pause, play } from "@/lib/player/player";
import { mediaPath } from "@/lib/recordings/client/fetch-recordings";
import type { RecordingView } from "@/lib/recordings/recording-view";
import { toDate } from "@/lib/time/instant";
import { clockTime, shortWhen } from "@/lib/time/words";

interface RecordingItemProps {
  recording: RecordingView;
  me: string;
  onDelete: () => void;
}

/** A voicemail or the recording of a call: who, when, what was said, and the sound. */
export function RecordingItem({ recording, me, onDelete }: RecordingItemProps) {
  const { now, place } = useClock();
  const { sid } = recording;
  const playback = usePlayback(sid);
  const aboutId = useId();
  const name = recordingName(recording);
  const at = toDate(recording.startedAt);
  const day = shortWhen(at, now, place);
  const time = clockTime(at, place);
  const isNew = recording.kind === "voicemail" && !recording.heardAt;
  const playable = recording.status === "completed";
  return (
    <li className="rounded-card bg-surface p-4 shadow-lift">
      <div className="flex items-center gap-3.5">
        <PeerPicture profileId={recording.from?.profileId ?? null} name={name} size={46} />
        <div id={aboutId} className="min-w-0 flex-1">
          <p className="flex items-center gap-2">
            <span dir="auto" className="truncate text-[1.0625rem] font-semibold">
              {name}
            </span>
            {isNew && playable ? (
              <span className="rounded-full bg-mine px-2 py-0.5 text-xs font-semibold text-on-mine">
                New
              </span>
            ) : null}
          </p>
          <p className="truncate text-sm text-ink-soft">
            {day === time ? time : `${day}, ${time}`} · {recordingState(recording)}
          </p>
        </div>
        {playable ? (
          <PlayButton
            aboutId={aboutId}
            playing={playback?.phase === "playing"}
            loading={playback?.phase === "loading"}
            onClick={() => {
              if (playback?.phase === "playing") return pause();
              void play({ id: sid, src: mediaPath(sid), seconds: recording.durationSeconds });
            }}
          />
        ) : null}
      </div>
      {playback ? <PlayerBar playback={playback} /> : null}
      <Transcript recording={recording} me={me} />
      <RecordingActions recording={recording} aboutId={aboutId} onDelete={onDelete} />
    </li>
  );
}

interface PlayButtonProps {
  aboutId: string;
  playing: boolean;
  loading: boolean;
  onClick: () => void;
}

function PlayButton({ aboutId, playing, loading, onClick }: PlayButtonProps) {
  const Icon = playing ? Pause : Play;
  return (
    <button
      type="button"
      aria-label={playing ? "Pause" : "Play"}
      aria-describedby={aboutId}
      aria-busy={loading || undefined}
      className={iconButtonClass("bg-mine-wash text-link! hover:bg-line")}
      onClick={loading ? undefined : onClick}
    >
      {loading ? <Spinner size={20} /> : <Icon aria-hidden="true" size={20} />}
    </button>
  );
}
