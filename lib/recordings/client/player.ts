import { createCell, type Observable } from "@/lib/cell";
import { mediaPath } from "@/lib/recordings/client/fetch-recordings";
import { measurePeaks, type Peaks } from "@/lib/recordings/client/peaks";
import type { RecordingView } from "@/lib/recordings/recording-view";

/** The one recording that is in the player. Times in seconds. */
export interface Playback {
  sid: string;
  phase: "loading" | "playing" | "paused" | "failed";
  position: number;
  duration: number;
  /** Null until they are measured, and for recordings too long for that. */
  peaks: Peaks | null;
}

export const speeds = [1, 1.5, 2] as const;
export type Speed = (typeof speeds)[number];

/** Longer ones are played without a picture of them, which takes the whole file. */
const drawnSeconds = 300;
const parts = 56;

const playback = createCell<Playback | null>(null);
const speed = createCell<Speed>(1);
let audio: HTMLAudioElement | null = null;

export const nowPlaying: Observable<Playback | null> = playback;
export const playingSpeed: Observable<Speed> = speed;

type Playable = Pick<RecordingView, "sid" | "durationSeconds">;

/** Plays a recording, from where it was paused; whatever else plays stops. To be called in a gesture. */
export async function play({ sid, durationSeconds }: Playable): Promise<void> {
  const current = playback.getSnapshot();
  if (current?.sid !== sid || current.phase === "failed") {
    stop();
    const duration = durationSeconds ?? 0;
    playback.update(() => ({ sid, phase: "loading", position: 0, duration, peaks: null }));
    // Set in the gesture itself: some browsers play nothing that is fetched first.
    element().src = mediaPath(sid);
    if (durationSeconds !== null && durationSeconds <= drawnSeconds) void draw(sid);
  }
  try {
    await element().play();
  } catch (error) {
    // Another recording, or a pause, was faster.
    if (error instanceof DOMException && error.name === "AbortError") return;
    change(sid, { phase: "failed" });
  }
}

/** Holds the recording that plays where it is. */
export function pause(): void {
  audio?.pause();
}

/** @param position - seconds from the beginning */
export function seek(sid: string, position: number): void {
  if (playback.getSnapshot()?.sid !== sid || !audio) return;
  audio.currentTime = position;
  change(sid, { position });
}

/** Chooses how fast all recordings are played. */
export function setSpeed(chosen: Speed): void {
  speed.update(() => chosen);
  if (audio) audio.playbackRate = chosen;
}

/** Empties the player. */
export function stop(): void {
  audio?.pause();
  audio?.removeAttribute("src");
  playback.update(() => null);
}

async function draw(sid: string): Promise<void> {
  try {
    const response = await fetch(mediaPath(sid));
    if (response.ok) change(sid, { peaks: await measurePeaks(await response.blob(), parts) });
  } catch {
    // A sound that can be played but not drawn is played.
  }
}

function element(): HTMLAudioElement {
  if (audio) return audio;
  const made = new Audio();
  const now = (part: Partial<Playback>) => {
    const current = playback.getSnapshot();
    if (current) change(current.sid, part);
  };
  made.addEventListener("play", () => now({ phase: "playing" }));
  made.addEventListener("pause", () => now({ phase: "paused" }));
  made.addEventListener("timeupdate", () => now({ position: made.currentTime }));
  made.addEventListener("durationchange", () => {
    if (Number.isFinite(made.duration)) now({ duration: made.duration });
  });
  made.addEventListener("ended", () => {
    made.currentTime = 0;
    now({ phase: "paused", position: 0 });
  });
  made.addEventListener("error", () => {
    if (made.hasAttribute("src")) now({ phase: "failed" });
  });
  made.addEventListener("loadstart", () => {
    made.playbackRate = speed.getSnapshot();
  });
  audio = made;
  return made;
}

function change(sid: string, part: Partial<Playback>): void {
  playback.update((current) => (current?.sid === sid ? { ...current, ...part } : current));
}
