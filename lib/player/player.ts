import { createCell, type Observable } from "@/lib/cell";
import type { Peaks } from "@/lib/player/peaks";

/** A sound that can be played. */
export interface Playable {
  id: string;
  /** Its address. */
  src: string;
  /** Null until the browser has found out. */
  seconds: number | null;
  /** When they are known; otherwise they are measured. */
  peaks?: Peaks;
}

/** The one sound that is in the player. Times in seconds. */
export interface Playback {
  id: string;
  phase: "loading" | "playing" | "paused" | "failed";
  position: number;
  duration: number;
  /** Null until they are measured, and for sounds too long for that. */
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

/**
 * Plays a sound, from where it was paused; whatever else plays stops. To be called in a gesture.
 *
 * @param from - seconds from the beginning, to start somewhere else
 */
export async function play(playable: Playable, from?: number): Promise<void> {
  const { id } = playable;
  const current = playback.getSnapshot();
  if (current?.id !== id || current.phase === "failed") load(playable, from ?? 0);
  if (from !== undefined) element().currentTime = from;
  try {
    await element().play();
  } catch (error) {
    // Another sound, or a pause, was faster.
    if (error instanceof DOMException && error.name === "AbortError") return;
    change(id, { phase: "failed" });
  }
}

function load({ id, src, seconds, peaks }: Playable, position: number): void {
  stop();
  const duration = seconds ?? 0;
  playback.update(() => ({ id, phase: "loading", position, duration, peaks: peaks ?? null }));
  // Set in the gesture itself: some browsers play nothing that is fetched first.
  element().src = src;
  if (!peaks && seconds !== null && seconds <= drawnSeconds) void draw(id, src);
}

/** Holds the sound that plays where it is. */
export function pause(): void {
  audio?.pause();
}

/** @param position - seconds from the beginning */
export function seek(id: string, position: number): void {
  if (playback.getSnapshot()?.id !== id || !audio) return;
  audio.currentTime = position;
  change(id, { position });
}

/** Chooses how fast everything is played. */
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

async function draw(id: string, src: string): Promise<void> {
  try {
    const [response, { measurePeaks }] = await Promise.all([
      fetch(src),
      import("@/lib/player/peaks"),
    ]);
    if (response.ok) change(id, { peaks: await measurePeaks(await response.blob(), parts) });
  } catch {
    // A sound that can be played but not drawn is played.
  }
}

function element(): HTMLAudioElement {
  if (audio) return audio;
  const made = new Audio();
  const now = (part: Partial<Playback>) => {
    const current = playback.getSnapshot();
    if (current) change(current.id, part);
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

function change(id: string, part: Partial<Playback>): void {
  playback.update((current) => (current?.id === id ? { ...current, ...part } : current));
}
