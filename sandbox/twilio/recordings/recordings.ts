import type { Callbacks } from "../callbacks.ts";
import type { Call } from "../calls/call.ts";
import type { Clock } from "../calls/clock.ts";
import type { EngineBase } from "../context.ts";
import { TwilioError } from "../errors.ts";
import { Recording, type RecordingOptions } from "./recording.ts";
import { type RecordingEvent, recordingParameters } from "./report.ts";

/** Twilio takes a moment to store what was recorded. */
const processingMs = 300;

/** Their sound is in memory. */
const keptRecordings = 200;

export interface RecordingCallback {
  statusCallback?: string | undefined;
  statusCallbackMethod?: "GET" | "POST" | undefined;
  /** None means `completed`. */
  statusCallbackEvents?: readonly string[] | undefined;
}

export type StartRecording = RecordingOptions & RecordingCallback;

interface Base extends Pick<EngineBase, "config" | "changed" | "log"> {
  callbacks: Pick<Callbacks, "deliver">;
}

/** Every recording of the account, with its sound, until it is deleted. */
export class Recordings {
  readonly #base: Base;
  readonly #clock: Clock;
  readonly #recordings = new Map<string, Recording>();
  readonly #callbacks = new Map<string, RecordingCallback>();

  constructor(base: Base, clock: Clock) {
    this.#base = base;
    this.#clock = clock;
  }

  /**
   * Records a live call until it ends or the recording is stopped.
   * @throws TwilioError 21220 for a call that is not live
   */
  start(call: Pick<Call, "sid" | "line" | "ended">, options: StartRecording): Recording {
    if (!call.line) {
      throw new TwilioError(400, 21220, "Requested resource is not eligible for recording");
    }
    const recording = new Recording(this.#clock, call.sid, call.line, options);
    this.#forgetOldest();
    this.#recordings.set(recording.sid, recording);
    this.#callbacks.set(recording.sid, options);
    call.ended.addEventListener("abort", () => this.stop(recording.sid), { once: true });
    this.#base.changed("calls");
    this.#report(recording, "in-progress");
    return recording;
  }

  /** Ends a recording, which can be had a moment later; undefined when there is none. */
  stop(sid: string): Recording | undefined {
    const recording = this.get(sid);
    if (recording && !recording.isOver) {
      this.#finish(recording).catch((error: unknown) => {
        this.#base.log(`Recording ${sid}: ${String(error)}`);
      });
      this.#base.changed("calls");
    }
    return recording;
  }

  get(sid: string): Recording | undefined {
    return this.#recordings.get(sid);
  }

  /** Newest first. */
  list({ callSid }: { callSid?: string } = {}): Recording[] {
    const all = [...this.#recordings.values()].reverse();
    return callSid === undefined ? all : all.filter((recording) => recording.callSid === callSid);
  }

  /** Whether there was one to delete; one that still runs is ended first. */
  delete(sid: string): boolean {
    this.stop(sid);
    this.#callbacks.delete(sid);
    this.#base.changed("calls");
    return this.#recordings.delete(sid);
  }

  /** A WAV file: 8 kHz, 16 bit; undefined until the recording is completed. */
  media(sid: string): Buffer | undefined {
    const recording = this.get(sid);
    return recording?.status === "completed" ? recording.wav() : undefined;
  }

  #forgetOldest(): void {
    const oldest = [...this.#recordings.values()].find(({ isOver }) => isOver);
    if (oldest && this.#recordings.size >= keptRecordings) this.delete(oldest.sid);
  }

  async #finish(recording: Recording): Promise<void> {
    await recording.stop();
    this.#clock.after(processingMs, () => {
      recording.finish();
      this.#base.changed("calls");
      this.#report(recording, recording.status === "absent" ? "absent" : "completed");
    });
  }

  #report(recording: Recording, event: RecordingEvent): void {
    const callback = this.#callbacks.get(recording.sid);
    if (!callback?.statusCallback) return;
    const events = callback.statusCallbackEvents?.length
      ? callback.statusCallbackEvents
      : ["completed"];
    if (!events.includes(event)) return;
    void this.#base.callbacks.deliver({
      kind: "recording",
      url: callback.statusCallback,
      method: callback.statusCallbackMethod ?? "POST",
      params: recordingParameters(this.#base.config.accountSid, recording, event),
      callSid: recording.callSid,
    });
  }
}
