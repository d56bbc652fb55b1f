/** One RTP packet of a sound or picture, wherever it came from. */
export interface MediaPacket {
  payload: Buffer;
  /** On the source's own clock: 48 kHz for Opus, 90 kHz for VP8. */
  timestamp: number;
  /** 16 bit, on the source's own count. */
  sequence: number;
  /** The last packet of a picture; the first after a silence in sound. */
  marker: boolean;
  /** Names the source, so that a change of source is noticed. */
  source: number;
}

/** A published track as those who receive it see it. */
export interface MediaSource {
  /** Calls back with each packet; returns the unsubscriber. */
  onPacket(listener: (packet: MediaPacket) => void): () => void;
  /** Asks for a picture that needs no other; the answer comes as packets, or not at all. */
  requestKeyFrame(): void;
  /** Mean energy of the sound since the last call, 1 being full scale; 0 for pictures. */
  takeEnergy(): number;
}
