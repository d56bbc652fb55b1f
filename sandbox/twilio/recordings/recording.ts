import type { Clock } from "../calls/clock.ts";
import type { Line } from "../calls/line.ts";
import { sampleRate } from "../media/pcm.ts";
import { newSid } from "../sids.ts";
import { Tap } from "./tap.ts";
import { mix, toWav } from "./wav.ts";

export type RecordingStatus =
  | "in-progress"
  | "paused"
  | "stopped"
  | "processing"
  | "completed"
  | "absent";

export type RecordingSource = "DialVerb" | "RecordVerb" | "StartCallRecordingAPI" | "OutboundAPI";

export interface RecordingOptions {
  /** Two keep the voices apart: first the call's own far end, then what that hears. */
  channels: 1 | 2;
  source: RecordingSource;
  /** Leaves out what the far end hears. */
  onlyInbound?: boolean;
  /** Leaves silence at both ends out. */
  trim?: boolean;
}

/** Twilio stops here, too. */
const longestMs = 4 * 3600 * 1000;

/** The sound of one call, as Twilio's Recording resource; times in epoch ms. */
export class Recording {
  readonly sid = newSid("RE");
  readonly callSid: string;
  readonly channels: 1 | 2;
  readonly source: RecordingSource;
  readonly track: "inbound" | "both";
  readonly startTime: number;
  status: RecordingStatus = "in-progress";
  dateUpdated: number;
  /** Whole seconds, known once the recording has ended. */
  duration: number | null = null;
  readonly #clock: Clock;
  readonly #isTrimmed: boolean;
  readonly #inbound: Tap;
  readonly #taps: Tap[];
  #endedAt: number | null = null;
  #stopped: Promise<void> | null = null;
  /** While paused: since when. */
  #pausedAt: number | null = null;
  /** Time that a pause has left out of the sound. */
  #skippedMs = 0;

  constructor(clock: Clock, callSid: string, line: Line, options: RecordingOptions) {
    this.#clock = clock;
    this.callSid = callSid;
    this.channels = options.channels;
    this.source = options.source;
    this.track = options.onlyInbound ? "inbound" : "both";
    this.#isTrimmed = options.trim ?? false;
    this.startTime = this.dateUpdated = clock.now();
    const elapsed = () => this.#elapsed();
    this.#inbound = new Tap((listener) => line.onPacket(listener), elapsed);
    this.#taps = [this.#inbound];
    if (!options.onlyInbound) {
      this.#taps.push(new Tap((listener) => line.onPlayed(listener), elapsed));
    }
  }

  get isOver(): boolean {
    return this.#stopped !== null;
  }

  /** Calls back whenever the call's own far end is heard to make a sound. */
  onSound(listener: () => void): () => void {
    return this.#inbound.onSound(listener);
  }

  /** Listens no more until `resume`; what is missed is silence, or left out. */
  pause(behaviour: "skip" | "silence" = "silence"): void {
    if (this.status !== "in-progress") return;
    this.status = "paused";
    this.#pausedAt = behaviour === "skip" ? this.#clock.now() : null;
    this.dateUpdated = this.#clock.now();
  }

  resume(): void {
    if (this.status !== "paused") return;
    this.status = "in-progress";
    this.#resumeTime();
    this.dateUpdated = this.#clock.now();
  }

  /** Listens no more; resolves once `duration` is known and the sound complete. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  /** The stopped recording can be had now, if anything came in. */
  finish(): void {
    const { from, to } = this.#extent();
    const isAbsent = from === to || this.#taps.every(({ track }) => track.isEmpty);
    this.status = isAbsent ? "absent" : "completed";
    this.dateUpdated = this.#clock.now();
  }

  /** The sound so far as a WAV file: 8 kHz, 16 bit. */
  wav(): Buffer {
    const { from, to } = this.#extent();
    const heard = this.#taps.map(({ track }) => track.read(from, to));
    const [inbound = new Int16Array(), outbound = new Int16Array(inbound.length)] = heard;
    return toWav(this.channels === 2 ? [inbound, outbound] : [mix(inbound, outbound)]);
  }

  /** Milliseconds of recorded time; null when nothing is to be recorded. */
  #elapsed(): number | null {
    const elapsed = this.#clock.now() - this.startTime - this.#skippedMs;
    return this.status === "in-progress" && elapsed <= longestMs ? elapsed : null;
  }

  async #stop(): Promise<void> {
    this.#resumeTime();
    this.#endedAt = this.dateUpdated = this.#clock.now();
    this.status = "processing";
    await Promise.all(this.#taps.map((tap) => tap.close()));
    const { from, to } = this.#extent();
    this.duration = Math.round((to - from) / sampleRate);
  }

  #resumeTime(): void {
    if (this.#pausedAt !== null) this.#skippedMs += this.#clock.now() - this.#pausedAt;
    this.#pausedAt = null;
  }

  #extent(): { from: number; to: number } {
    const end = (this.#endedAt ?? this.#clock.now()) - this.startTime - this.#skippedMs;
    const to = Math.round((Math.min(end, longestMs) * sampleRate) / 1000);
    if (!this.#isTrimmed) return { from: 0, to };
    const extents = this.#taps.map(({ track }) => track.extent).filter((each) => each.to > 0);
    if (extents.length === 0) return { from: 0, to: 0 };
    return {
      from: Math.min(...extents.map((each) => each.from)),
      to: Math.min(to, Math.max(...extents.map((each) => each.to))),
    };
  }
}
