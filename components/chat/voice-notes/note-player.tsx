"use client";

import { Pause, Play } from "lucide-react";
import { useEffect } from "react";
import { SpeedButton } from "@/components/player/speed-button";
import { usePlayback } from "@/components/player/use-player";
import { Waveform } from "@/components/player/waveform";
import { cx } from "@/components/ui/class-names";
import { Spinner } from "@/components/ui/spinner";
import { noteLength, noteWords } from "@/lib/chat/call-words";
import { nowPlaying, type Playable, pause, play, seek, stop } from "@/lib/player/player";
import { formatDuration } from "@/lib/time/duration";

interface NotePlayerProps {
  note: Playable & { seconds: number; peaks: readonly number[] };
  /** What the button that plays it is called. */
  playName?: string;
  onPlay?: () => void;
  /** Shown beside the time. */
  children?: React.ReactNode;
  className?: string;
}

/** A voice note to listen to, in the colours of whatever it lies on. */
export function NotePlayer(props: NotePlayerProps) {
  const { note, playName = "Play voice note", onPlay, children, className } = props;
  const { id, seconds } = note;
  const playback = usePlayback(id);
  const playing = playback?.phase === "playing";
  const position = playback?.position ?? 0;
  // The browser's own measure of a recording can be wrong at first; the server's is not.
  const duration = Math.max(seconds, position);

  useEffect(
    () => () => {
      if (nowPlaying.getSnapshot()?.id === id) stop();
    },
    [id],
  );

  function start(from?: number) {
    onPlay?.();
    void play(note, from);
  }

  return (
    <fieldset
      aria-label={noteWords(note)}
      className={cx("flex min-w-0 items-center gap-2.5", className)}
    >
      <PlayButton
        name={playName}
        playing={playing}
        loading={playback?.phase === "loading"}
        onClick={() => (playing ? pause() : start())}
      />
      <div className="min-w-0 flex-1">
        <Waveform
          peaks={note.peaks}
          position={position}
          duration={duration}
          onSeek={(to) => (playback ? seek(id, to) : start(to))}
          played="fill-current"
          unplayed="fill-current opacity-40"
          className="h-7"
        />
        {playback?.phase === "failed" ? (
          <p role="alert" className="text-2xs">
            Could not be played. Try again.
          </p>
        ) : (
          <p className="flex items-center gap-1.5 text-2xs tabular-nums">
            {position > 0 ? formatDuration(position) : noteLength(seconds)}
            {children}
          </p>
        )}
      </div>
      {playback ? <SpeedButton className="-mr-2 hover:bg-current/10" /> : null}
    </fieldset>
  );
}

interface PlayButtonProps {
  name: string;
  playing: boolean;
  loading: boolean;
  onClick: () => void;
}

function PlayButton({ name, playing, loading, onClick }: PlayButtonProps) {
  const Icon = playing ? Pause : Play;
  return (
    <button
      type="button"
      aria-label={playing ? "Pause" : name}
      aria-busy={loading || undefined}
      className="grid size-11 shrink-0 place-items-center rounded-full bg-current/15 transition-colors duration-150 hover:bg-current/25"
      onClick={loading ? undefined : onClick}
    >
      {loading ? (
        <Spinner size={18} />
      ) : (
        <Icon aria-hidden="true" size={20} fill="currentColor" strokeWidth={1.5} />
      )}
    </button>
  );
}
