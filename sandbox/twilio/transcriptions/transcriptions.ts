import type { Callbacks } from "../callbacks.ts";
import type { Clock } from "../calls/clock.ts";
import { callParameters } from "../calls/parameters.ts";
import type { CallResource, EngineBase } from "../context.ts";
import type { Recording } from "../recordings/recording.ts";
import { recordingUrl } from "../recordings/report.ts";
import { newSid } from "../sids.ts";

/** Somebody has to listen to it first. */
const workMs = 2000;
/** Seconds; Twilio transcribes nothing shorter or longer. */
const limits = { shortest: 2, longest: 120 };

/** Words of one recording, as Twilio's Transcription resource; times in epoch ms. */
export interface Transcription {
  sid: string;
  recordingSid: string;
  callSid: string;
  status: "in-progress" | "completed" | "failed";
  text: string;
  /** Seconds of the recording. */
  duration: number;
  dateCreated: number;
  dateUpdated: number;
}

interface Base extends Pick<EngineBase, "config" | "changed"> {
  callbacks: Pick<Callbacks, "deliver">;
}

/** What the Record verb has had transcribed. */
export class Transcriptions {
  readonly #base: Base;
  readonly #clock: Clock;
  readonly #entries = new Map<string, Transcription>();

  constructor(base: Base, clock: Clock) {
    this.#base = base;
    this.#clock = clock;
  }

  /**
   * Transcribes a recording that has ended and tells the callback some seconds later.
   * @param words what was said in it; silence cannot be transcribed
   * @see https://www.twilio.com/docs/voice/twiml/record#attributes-transcribe
   */
  create(call: CallResource, recording: Recording, words: string, callback: string | null): void {
    const now = this.#clock.now();
    const transcription: Transcription = {
      sid: newSid("TR"),
      recordingSid: recording.sid,
      callSid: call.sid,
      status: "in-progress",
      text: "",
      duration: recording.duration ?? 0,
      dateCreated: now,
      dateUpdated: now,
    };
    this.#entries.set(transcription.sid, transcription);
    this.#base.changed("calls");
    this.#clock.after(workMs, () => {
      if (this.#entries.has(transcription.sid)) this.#finish(call, transcription, words, callback);
    });
  }

  get(sid: string): Transcription | undefined {
    return this.#entries.get(sid);
  }

  /** Newest first. */
  list({ recordingSid }: { recordingSid?: string } = {}): Transcription[] {
    const all = [...this.#entries.values()].reverse();
    return recordingSid === undefined
      ? all
      : all.filter((transcription) => transcription.recordingSid === recordingSid);
  }

  /** Whether there was one to delete. */
  delete(sid: string): boolean {
    return this.#entries.delete(sid);
  }

  #finish(
    call: CallResource,
    transcription: Transcription,
    words: string,
    callback: string | null,
  ): void {
    const { duration } = transcription;
    const isFit = words !== "" && duration >= limits.shortest && duration <= limits.longest;
    transcription.status = isFit ? "completed" : "failed";
    transcription.text = isFit ? words : "";
    transcription.dateUpdated = this.#clock.now();
    this.#base.changed("calls");
    if (callback === null) return;
    const { accountSid } = this.#base.config;
    const { sid, recordingSid, status, text } = transcription;
    const uri = `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Transcriptions/${sid}`;
    const params = {
      ...callParameters(accountSid, call),
      TranscriptionSid: sid,
      TranscriptionStatus: status,
      TranscriptionText: text,
      TranscriptionType: "fast",
      TranscriptionUrl: uri,
      RecordingSid: recordingSid,
      RecordingUrl: recordingUrl(accountSid, recordingSid),
    };
    void this.#base.callbacks.deliver({
      kind: "transcription",
      url: callback,
      method: "POST",
      params,
      callSid: call.sid,
    });
  }
}
