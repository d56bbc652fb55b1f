import type { Callbacks } from "../callbacks.ts";
import type { Call } from "../calls/call.ts";
import type { Clock } from "../calls/clock.ts";
import type { EngineBase } from "../context.ts";
import { TwilioError } from "../errors.ts";
import { newSid } from "../sids.ts";

type Track = "inbound_track" | "outbound_track";

/** How the transcription of a live call was asked for. */
export interface LiveTranscriptionOptions {
  name?: string;
  track?: Track | "both_tracks";
  languageCode?: string;
  inboundTrackLabel?: string;
  outboundTrackLabel?: string;
  statusCallbackUrl?: string;
  statusCallbackMethod?: "GET" | "POST";
}

/** A transcription while it is spoken, as Twilio's resource of a call; times in epoch ms. */
export interface LiveTranscription {
  sid: string;
  callSid: string;
  name: string | null;
  status: "in-progress" | "stopped";
  dateUpdated: number;
}

type LiveCall = Pick<Call, "sid" | "line" | "ended">;

interface Running {
  transcription: LiveTranscription;
  options: LiveTranscriptionOptions;
  sequence: number;
  stop(): void;
}

interface Base extends Pick<EngineBase, "config" | "changed"> {
  callbacks: Pick<Callbacks, "deliver">;
}

/**
 * Real-time transcriptions: what virtual phones say and what is spoken to them, word for word.
 * @see https://www.twilio.com/docs/voice/api/realtime-transcription-resource
 */
export class LiveTranscriptions {
  readonly #base: Base;
  readonly #clock: Clock;
  readonly #entries = new Map<string, Running>();

  constructor(base: Base, clock: Clock) {
    this.#base = base;
    this.#clock = clock;
  }

  /** @throws TwilioError 21220 for a call that is not live */
  start(call: LiveCall, options: LiveTranscriptionOptions): LiveTranscription {
    const { line } = call;
    if (!line) throw new TwilioError(400, 21220, "Call is not in-progress.");
    const transcription: LiveTranscription = {
      sid: newSid("GT"),
      callSid: call.sid,
      name: options.name ?? null,
      status: "in-progress",
      dateUpdated: this.#clock.now(),
    };
    const heard = (track: Track) => (text: string) => this.#content(running, track, text);
    const taps: (() => void)[] = [];
    const running: Running = {
      transcription,
      options,
      sequence: 0,
      stop: () => {
        for (const untap of taps) untap();
      },
    };
    const { track = "both_tracks" } = options;
    if (track !== "outbound_track") taps.push(line.onSpeech(heard("inbound_track")));
    if (track !== "inbound_track") taps.push(line.onHeard(heard("outbound_track")));
    this.#entries.set(transcription.sid, running);
    call.ended.addEventListener("abort", () => this.stop(transcription.sid), { once: true });
    this.#base.changed("calls");
    this.#report(running, "transcription-started", {
      Track: track,
      TranscriptionEngine: "google",
      PartialResults: "false",
      ...(options.name && { Name: options.name }),
      ...labelsOf(options),
    });
    return transcription;
  }

  /** Ends one; undefined when the call has none of that SID or name. */
  stop(nameOrSid: string, callSid?: string): LiveTranscription | undefined {
    const running =
      this.#entries.get(nameOrSid) ??
      [...this.#entries.values()].find(
        ({ transcription: { name, callSid: owner } }) => name === nameOrSid && owner === callSid,
      );
    if (!running) return undefined;
    const { transcription } = running;
    if (transcription.status === "in-progress") {
      transcription.status = "stopped";
      transcription.dateUpdated = this.#clock.now();
      running.stop();
      this.#base.changed("calls");
      this.#report(running, "transcription-stopped", {});
    }
    return transcription;
  }

  get(sid: string): LiveTranscription | undefined {
    return this.#entries.get(sid)?.transcription;
  }

  #content(running: Running, track: Track, transcript: string): void {
    this.#report(running, "transcription-content", {
      Track: track,
      TranscriptionData: JSON.stringify({ transcript, confidence: 0.98 }),
      Final: "true",
    });
  }

  #report(running: Running, event: string, params: Record<string, string>): void {
    const { transcription, options } = running;
    running.sequence++;
    if (!options.statusCallbackUrl) return;
    void this.#base.callbacks.deliver({
      kind: "transcription",
      url: options.statusCallbackUrl,
      method: options.statusCallbackMethod ?? "POST",
      params: {
        AccountSid: this.#base.config.accountSid,
        CallSid: transcription.callSid,
        TranscriptionSid: transcription.sid,
        TranscriptionEvent: event,
        LanguageCode: options.languageCode ?? "en-US",
        Timestamp: new Date(this.#clock.now()).toISOString(),
        SequenceId: String(running.sequence),
        ...params,
      },
      callSid: transcription.callSid,
    });
  }
}

function labelsOf(options: LiveTranscriptionOptions): Record<string, string> {
  const { inboundTrackLabel, outboundTrackLabel } = options;
  return {
    ...(inboundTrackLabel && { InboundTrackLabel: inboundTrackLabel }),
    ...(outboundTrackLabel && { OutboundTrackLabel: outboundTrackLabel }),
  };
}
