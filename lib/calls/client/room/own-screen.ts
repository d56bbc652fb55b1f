import type { LocalVideoTrack } from "twilio-video";
import { chooseScreen } from "@/lib/calls/client/room/screen-share";
import { screenTrackName } from "@/lib/calls/client/room/tiles";

/** The screen that this person shares. */
export interface OwnScreen {
  track(): LocalVideoTrack | null;
  /** Asks for a screen and shares it. @throws RoomFailure `screen-denied` */
  start(): Promise<void>;
  stop(): void;
}

/** @param onChange - hears when there is a screen to share, or none any more */
export function createOwnScreen(onChange: () => void): OwnScreen {
  let track: LocalVideoTrack | null = null;
  let isWanted = false;

  function stop() {
    isWanted = false;
    const old = track;
    track = null;
    if (!old) return;
    old.stop();
    onChange();
  }

  return {
    track: () => track,
    async start() {
      if (isWanted) return;
      isWanted = true;
      try {
        const [{ LocalVideoTrack }, chosen] = await Promise.all([
          import("twilio-video"),
          chooseScreen(),
        ]);
        if (!chosen || !isWanted) {
          isWanted = false;
          chosen?.stop();
          return;
        }
        const shared = new LocalVideoTrack(chosen, { name: screenTrackName });
        track = shared;
        // The browser's own button, or the window that was shared has closed.
        shared.on("stopped", () => track === shared && stop());
        onChange();
      } catch (error) {
        isWanted = false;
        throw error;
      }
    },
    stop,
  };
}
