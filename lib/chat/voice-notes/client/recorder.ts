import type { RoomProblemCode } from "@/lib/calls/client/room/problems";
import { createCell, type Observable } from "@/lib/cell";
import type { OpenMicrophone } from "@/lib/chat/voice-notes/client/microphone";
import { waveformOf } from "@/lib/chat/voice-notes/client/waveform";
import { maxSeconds } from "@/lib/chat/voice-notes/limits";

/** Shorter ones are slips of the finger. */
const shortestSeconds = 0.7;
const tickMs = 50;

/** What has been recorded and not been sent. */
export interface RecordedNote {
  /** Chosen here; the message will have it too. */
  id: string;
  sound: Blob;
  seconds: number;
  /** How loud each part is, 0 to 100. */
  waveform: number[];
}

export type RecorderState =
  | { phase: "idle" }
  /** The browser may be asking for the microphone. */
  | { phase: "opening" }
  /** `levels`: how loud it has been, 0 to 1, the latest last. */
  | { phase: "recording"; seconds: number; levels: readonly number[] }
  | { phase: "ready"; note: RecordedNote }
  | { phase: "failed"; problem: RoomProblemCode };

/** Records one voice note at a time. */
export interface Recorder extends Observable<RecorderState> {
  /** Opens the microphone and records, for two minutes at most. To be called in a gesture. */
  start: () => Promise<void>;
  /** Ends the recording, which is then there to be listened to. */
  stop: () => Promise<void>;
  /** Takes what has been recorded, ending it if need be; null when that is next to nothing. */
  take: () => Promise<RecordedNote | null>;
  /** Forgets what is being, or was, recorded, and what went wrong. */
  cancel: () => void;
}

interface Session extends Omit<OpenMicrophone, "level"> {
  /** All that is heard, when the recording ends, even by itself. */
  heard: Promise<Blob>;
  levels: number[];
  startedAt: number;
  unlisten: () => void;
}

/** @param open - opens the microphone; what is wrong when it cannot be opened. It must not throw */
export function createRecorder(open: () => Promise<OpenMicrophone | RoomProblemCode>): Recorder {
  const cell = createCell<RecorderState>({ phase: "idle" });
  let session: Session | null = null;

  async function start() {
    if (["opening", "recording"].includes(cell.getSnapshot().phase)) return;
    cell.update(() => ({ phase: "opening" }));
    const opened = await open();
    // Called off while the browser asked.
    const wanted = cell.getSnapshot().phase === "opening";
    if (typeof opened === "string") {
      if (wanted) cell.update(() => ({ phase: "failed", problem: opened }));
      return;
    }
    if (wanted) record(opened);
    else opened.track.stop();
  }

  function record({ track, recorder, level }: OpenMicrophone) {
    const levels: number[] = [];
    const startedAt = performance.now();
    const tick = () => {
      levels.push(level.getSnapshot());
      const seconds = (performance.now() - startedAt) / 1000;
      if (seconds >= maxSeconds) void stop();
      else cell.update(() => ({ phase: "recording", seconds, levels: [...levels] }));
    };
    // A level that stays the same tells nothing, and time goes on all the same.
    const stopLevel = level.subscribe(() => undefined);
    const timer = setInterval(tick, tickMs);
    const unlisten = () => {
      clearInterval(timer);
      stopLevel();
    };
    const heard = new Promise<Blob>((resolve) => {
      recorder.addEventListener("dataavailable", ({ data }) => resolve(data), { once: true });
    });
    session = { track, recorder, heard, levels, startedAt, unlisten };
    // Unplugged, or taken by the system: what has been said until then is kept.
    track.addEventListener("ended", () => void stop());
    recorder.start();
    cell.update(() => ({ phase: "recording", seconds: 0, levels: [] }));
  }

  function close({ track, recorder, unlisten }: Session) {
    unlisten();
    if (recorder.state !== "inactive") recorder.stop();
    track.stop();
  }

  async function end(): Promise<RecordedNote | null> {
    const ended = session;
    session = null;
    if (!ended) return null;
    const seconds = Math.min(maxSeconds, (performance.now() - ended.startedAt) / 1000);
    close(ended);
    const sound = await ended.heard;
    if (seconds < shortestSeconds || sound.size === 0) return null;
    return { id: crypto.randomUUID(), sound, seconds, waveform: waveformOf(ended.levels) };
  }

  async function stop() {
    const note = await end();
    if (cell.getSnapshot().phase !== "recording") return;
    cell.update(() => (note ? { phase: "ready", note } : { phase: "idle" }));
  }

  async function take() {
    const state = cell.getSnapshot();
    const note = state.phase === "ready" ? state.note : await end();
    cell.update(() => ({ phase: "idle" }));
    return note;
  }

  return {
    subscribe: cell.subscribe,
    getSnapshot: cell.getSnapshot,
    start,
    stop,
    take,
    cancel() {
      cell.update(() => ({ phase: "idle" }));
      if (session) close(session);
      session = null;
    },
  };
}
