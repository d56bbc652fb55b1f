import type { Clock } from "../../calls/clock.ts";
import { EchoEnd } from "../../media/echo-end.ts";
import type { MediaPacket, MediaSource } from "../../media/packet.ts";

/** Sends back, a second later, what somebody says. */
export class Sound implements MediaSource {
  readonly #echo: EchoEnd;
  #heard: MediaSource | null = null;
  #stop = () => {};

  constructor(clock: Clock) {
    this.#echo = new EchoEnd(clock);
  }

  /** Turns to another, or to nobody. */
  listenTo(source: MediaSource | null): void {
    if (source === this.#heard) return;
    this.#stop();
    this.#heard = source;
    this.#stop = source?.onPacket((packet) => this.#echo.play(packet)) ?? (() => {});
  }

  onPacket(listener: (packet: MediaPacket) => void): () => void {
    return this.#echo.onPacket(listener);
  }

  requestKeyFrame(): void {
    // Sound has none.
  }

  takeEnergy(): number {
    return 0;
  }

  close(): void {
    this.listenTo(null);
    this.#echo.close();
  }
}
