import type { RtpPacket } from "werift";
import type { MediaPacket, MediaSource } from "./packet.ts";
import { beginsKeyFrame } from "./vp8.ts";

/** More would make the encoder send nothing but key frames. */
const keyFrameIntervalMs = 300;

/** A layer that is silent for so long is no longer sent. */
const layerTimeoutMs = 1000;

/** One published track as it arrives from a browser: the best of its simulcast layers. */
export class Inlet implements MediaSource {
  readonly #listeners = new Set<(packet: MediaPacket) => void>();
  /** SSRC by SSRC, the smallest picture first, when each was last heard. */
  #layers: { ssrc: number; lastAt: number }[] = [];
  #current: number | undefined;
  #sendPli: (ssrc: number) => void = () => {};
  #lastPliAt = Number.NEGATIVE_INFINITY;
  #pendingPli: NodeJS.Timeout | undefined;
  #energy = 0;
  #energyCount = 0;

  /** Says, after each negotiation, how the track arrives and how to ask for a key frame. */
  bind(ssrcs: readonly number[], sendPli: (ssrc: number) => void): void {
    const known = new Map(this.#layers.map((layer) => [layer.ssrc, layer.lastAt]));
    this.#layers = ssrcs.map((ssrc) => ({
      ssrc,
      lastAt: known.get(ssrc) ?? Number.NEGATIVE_INFINITY,
    }));
    this.#sendPli = sendPli;
  }

  onPacket(listener: (packet: MediaPacket) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Asks now, or as soon as the encoder may be asked again. */
  requestKeyFrame(): void {
    const wait = this.#lastPliAt + keyFrameIntervalMs - performance.now();
    if (wait <= 0) this.#askForKeyFrame();
    else this.#pendingPli ??= setTimeout(() => this.#askForKeyFrame(), wait);
  }

  takeEnergy(): number {
    const mean = this.#energyCount === 0 ? 0 : this.#energy / this.#energyCount;
    this.#energy = 0;
    this.#energyCount = 0;
    return mean;
  }

  /** @param level of the sound in -dBov (RFC 6464), if the packet says it */
  receive({ header, payload }: RtpPacket, level: number | undefined): void {
    if (level !== undefined) {
      this.#energy += 10 ** (-level / 10);
      this.#energyCount += 1;
    }
    if (this.#layers.length > 1 && !this.#isWanted(header.ssrc, payload)) return;
    const { sequenceNumber: sequence, timestamp, marker, ssrc: source } = header;
    const packet = { payload, sequence, timestamp, marker, source };
    for (const listener of this.#listeners) listener(packet);
  }

  close(): void {
    clearTimeout(this.#pendingPli);
    this.#listeners.clear();
  }

  /** Keeps to one layer; goes to the largest that is being sent when it has a key frame. */
  #isWanted(ssrc: number, payload: Buffer): boolean {
    const now = performance.now();
    const layer = this.#layers.find((each) => each.ssrc === ssrc);
    if (layer) layer.lastAt = now;
    if (ssrc === this.#current) return true;
    const best = this.#layers.findLast(({ lastAt }) => now - lastAt < layerTimeoutMs);
    if (best?.ssrc !== ssrc) return false;
    if (!beginsKeyFrame(payload)) {
      this.requestKeyFrame();
      return false;
    }
    this.#current = ssrc;
    return true;
  }

  #askForKeyFrame(): void {
    clearTimeout(this.#pendingPli);
    this.#pendingPli = undefined;
    this.#lastPliAt = performance.now();
    for (const { ssrc, lastAt } of this.#layers) {
      if (this.#layers.length === 1 || this.#lastPliAt - lastAt < layerTimeoutMs) {
        this.#sendPli(ssrc);
      }
    }
  }
}
