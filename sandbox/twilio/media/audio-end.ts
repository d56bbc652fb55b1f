import type { MediaPacket } from "./packet.ts";

/** Where a leg's audio comes from and goes to. */
export interface AudioEnd {
  /** Calls back with each packet heard from the far end; returns the unsubscriber. */
  onPacket(listener: (packet: MediaPacket) => void): () => void;
  /** Plays one packet to the far end; dropped while it cannot hear. */
  play(packet: MediaPacket): void;
}
