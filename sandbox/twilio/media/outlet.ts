import { type RTCRtpTransceiver, RtpHeader, RtpPacket } from "werift";
import { type MediaLine, straightLine } from "./media-line.ts";
import type { MediaPacket, MediaSource } from "./packet.ts";
import { RtpStream } from "./rtp-stream.ts";
import { beginsKeyFrame } from "./vp8.ts";

/** Often enough for who looks at a black picture, seldom enough for an encoder that is silent. */
const askAgainMs = 1000;

/** Forwards one published track after another to one browser, over one section of its SDP. */
export class Outlet {
  readonly transceiver: RTCRtpTransceiver;
  readonly #stream: RtpStream;
  readonly #line: MediaLine;
  #source: MediaSource | null = null;
  #stop = () => {};
  #isNegotiated = false;
  #isPaused = false;
  #needsKeyFrame = true;
  #nextAsking: NodeJS.Timeout | undefined;
  /** Under which id the SDK finds the track, while one is forwarded. */
  id: string | null = null;

  constructor(transceiver: RTCRtpTransceiver, line: MediaLine = straightLine) {
    this.transceiver = transceiver;
    this.#line = line;
    this.#stream = new RtpStream(transceiver.kind === "video" ? 90_000 : 48_000);
  }

  get ssrc(): number {
    return this.transceiver.sender.ssrc;
  }

  /** Whether neither end counts on this section any more, so that it may carry another track. */
  get isFree(): boolean {
    return this.id === null && !this.#isNegotiated;
  }

  /** Begins once the browser has agreed, with a picture that needs no other. */
  attach(id: string, source: MediaSource): void {
    this.id = id;
    this.#source = source;
    this.#isPaused = false;
    this.#begin();
    this.#stop = source.onPacket((packet) => this.#forward(packet));
  }

  detach(): void {
    this.#stop();
    clearTimeout(this.#nextAsking);
    this.#source = null;
    this.id = null;
  }

  /** The browser has agreed to what was offered, while `id` was what it is. */
  negotiated(id: string | null): void {
    const wasNegotiated = this.#isNegotiated;
    this.#isNegotiated = id !== null;
    if (this.#isNegotiated && !wasNegotiated) this.#seekKeyFrame();
  }

  /** Leaves the browser without the track for as long as it does not show it. */
  setPaused(isPaused: boolean): void {
    if (this.#isPaused === isPaused) return;
    this.#isPaused = isPaused;
    if (isPaused) return;
    this.#begin();
    this.#seekKeyFrame();
  }

  requestKeyFrame(): void {
    if (!this.#isPaused) this.#source?.requestKeyFrame();
  }

  /** A request or its answer may get lost, and a still picture sends nothing that would ask again. */
  #seekKeyFrame(): void {
    clearTimeout(this.#nextAsking);
    if (this.#isPaused || !this.#isNegotiated || !this.#needsKeyFrame || !this.#source) return;
    this.#source.requestKeyFrame();
    this.#nextAsking = setTimeout(() => this.#seekKeyFrame(), askAgainMs);
  }

  #begin(): void {
    this.#stream.interrupt();
    this.#needsKeyFrame = this.transceiver.kind === "video";
  }

  #forward(packet: MediaPacket): void {
    if (this.#isPaused || !this.#isNegotiated) return;
    if (this.#needsKeyFrame) {
      if (!beginsKeyFrame(packet.payload)) {
        this.#source?.requestKeyFrame();
        return;
      }
      this.#needsKeyFrame = false;
    }
    const { sequence, timestamp } = this.#stream.place(packet, performance.now());
    // SSRC and payload type are the sender's own; werift fills them in.
    const header = new RtpHeader({
      marker: packet.marker,
      sequenceNumber: sequence,
      timestamp,
    });
    const { sender } = this.transceiver;
    this.#line.carry(() => void sender.sendRtp(new RtpPacket(header, packet.payload)));
  }
}
