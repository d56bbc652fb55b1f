import type { AudioEnd } from "./audio-end.ts";

/** A far end that neither speaks nor listens, such as a virtual telephone. */
export const silentEnd: AudioEnd = {
  onPacket: () => () => {},
  play: () => {},
};
