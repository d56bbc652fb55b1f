const sound = "/sounds/incoming.wav";

/** A sound that plays until it is over or stopped. */
export interface TestSound {
  /** Resolves when it is over or has been stopped. @throws DOMException when it cannot be played */
  over: Promise<void>;
  stop(): void;
}

/**
 * Plays a ring, so that a person hears where calls will sound.
 *
 * @param deviceId - the loudspeaker; empty for the system's choice
 */
export function playTestSound(deviceId: string): TestSound {
  const element = new Audio(sound);
  const { promise: ended, resolve: stop, reject } = Promise.withResolvers<void>();
  element.addEventListener("ended", () => stop());
  element.addEventListener("error", () => reject(new DOMException("No sound", "NotFoundError")));

  async function play() {
    if (deviceId) await element.setSinkId(deviceId);
    await element.play();
    await ended;
  }

  return { over: play().finally(() => element.pause()), stop: () => stop() };
}
