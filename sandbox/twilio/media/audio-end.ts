/** One Opus packet of 20 ms, wherever it came from. */
export interface AudioPacket {
  payload: Buffer;
  /** Samples at 48 kHz on the source's own clock. */
  timestamp: number;
  /** 16 bit, on the source's own count. */
  sequence: number;
  marker: boolean;
  /** Names the source, so that a change of source is noticed. */
  source: number;
}

/** Where a leg's audio comes from and goes to. */
export interface AudioEnd {
  /** Calls back with each packet heard from the far end; returns the unsubscriber. */
  onPacket(listener: (packet: AudioPacket) => void): () => void;
  /** Plays one packet to the far end; dropped while it cannot hear. */
  play(packet: AudioPacket): void;
}

/** Lets two ends hear each other until the result is called. */
export function bridge(one: AudioEnd, other: AudioEnd): () => void {
  const stops = [
    one.onPacket((packet) => other.play(packet)),
    other.onPacket((packet) => one.play(packet)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
