import type { RemoteAudioTrack } from "twilio-video";
import { onGesture } from "@/lib/calls/client/gestures";

/** Plays what the others say. */
export interface RemoteAudio {
  add(track: RemoteAudioTrack): void;
  remove(track: RemoteAudioTrack): void;
  /** Plays what the browser held back; to be called in a gesture. */
  hear(): Promise<void>;
  /** @param deviceId - of the loudspeaker; null for the system's choice */
  setSpeaker(deviceId: string | null): void;
  stop(): void;
}

/** @param onBlocked - hears whether the browser holds sound back for want of a gesture */
export function createRemoteAudio(onBlocked: (blocked: boolean) => void): RemoteAudio {
  const elements = new Map<RemoteAudioTrack, HTMLAudioElement>();
  let speaker: string | null = null;
  let stopWaiting = () => {};

  async function play(element: HTMLAudioElement): Promise<boolean> {
    try {
      await element.play();
      return true;
    } catch (error) {
      // AbortError: the track went while it was loading.
      return !(error instanceof DOMException && error.name === "NotAllowedError");
    }
  }

  async function use(element: HTMLAudioElement) {
    if (!("setSinkId" in element)) return;
    try {
      await element.setSinkId(speaker ?? "");
    } catch {
      // The chosen loudspeaker was pulled; the browser goes on with the system's own.
    }
  }

  async function start(track: RemoteAudioTrack, element: HTMLAudioElement) {
    track.attach(element);
    void use(element);
    if (!(await play(element)) && elements.has(track)) tell(true);
  }

  /** Any touch of the page will do. */
  function tell(isBlocked: boolean) {
    onBlocked(isBlocked);
    stopWaiting();
    if (isBlocked) stopWaiting = onGesture(() => void hear());
  }

  async function hear() {
    const played = await Promise.all([...elements.values()].map(play));
    tell(played.includes(false));
  }

  function remove(track: RemoteAudioTrack) {
    const element = elements.get(track);
    if (!element) return;
    elements.delete(track);
    track.detach(element);
    element.srcObject = null;
  }

  return {
    add(track) {
      if (elements.has(track)) return;
      const element = document.createElement("audio");
      elements.set(track, element);
      void start(track, element);
    },
    remove,
    hear,
    setSpeaker(deviceId) {
      if (deviceId === speaker) return;
      speaker = deviceId;
      for (const element of elements.values()) void use(element);
    },
    stop() {
      for (const track of [...elements.keys()]) remove(track);
      tell(false);
    },
  };
}
