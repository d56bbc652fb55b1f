import { type CaptureKind, mediaProblem } from "@/lib/calls/client/room/media/media-problems";
import { createSettler } from "@/lib/calls/client/room/media/settle";
import type { RoomProblemCode } from "@/lib/calls/client/room/problems";

/** What is used of twilio-video's LocalVideoTrack and LocalAudioTrack. */
export interface CaptureTrack {
  /** With a processor, `isStopped` tells of the processor's output; this of the device. */
  readonly mediaStreamTrack: Pick<MediaStreamTrack, "readyState">;
  stop(): unknown;
  restart(constraints?: MediaTrackConstraints): Promise<void>;
  on(event: "stopped", listener: () => void): unknown;
}

export interface CaptureOptions<T extends CaptureTrack> {
  kind: CaptureKind;
  /** Opens the device. @throws DOMException as of getUserMedia */
  create(constraints: MediaTrackConstraints): Promise<T>;
  /** What is wanted of the device now. */
  constraints(): MediaTrackConstraints;
  /** Brings an open track to what is wanted of it beside its device. */
  refine(track: T): Promise<void>;
  onTrack(change: "added" | "removed", track: T): void;
  onProblem(problem: RoomProblemCode | null): void;
  /** The track, its device or `isStarting` is another. */
  onChange(): void;
  /** The device went away by itself: whether to open it again, by another one if need be. */
  reopens: boolean;
  /** Resolves when it is worth looking whether a device that stopped is really gone. */
  untilLost(): Promise<void>;
}

/** A camera or microphone that is wanted on or off, and becomes so. */
export interface Capture<T extends CaptureTrack> {
  track(): T | null;
  isStarting(): boolean;
  /** Never rejects. */
  set(on: boolean): Promise<void>;
  /** Opens another device, if one is open or was tried in vain. */
  reopen(): Promise<void>;
  /** Applies what `refine` does. */
  refine(): Promise<void>;
  release(): void;
}

const hasEnded = (track: CaptureTrack) => track.mediaStreamTrack.readyState === "ended";

export function createCapture<T extends CaptureTrack>(options: CaptureOptions<T>): Capture<T> {
  const { kind, onTrack, onProblem, onChange } = options;
  let track: T | null = null;
  let wanted = false;
  let stale = false;
  let busy = false;
  let lost = false;

  const settle = createSettler(async () => {
    busy = true;
    onChange();
    try {
      if (wanted) await bring();
      else drop();
    } catch (error) {
      fail(error);
    }
    busy = false;
    onChange();
    if (track && hasEnded(track)) void recover(track);
  });

  async function bring() {
    const current = track;
    const renew = stale;
    stale = false;
    if (!current) {
      const opened = await options.create(options.constraints());
      if (!wanted) return void opened.stop();
      adopt(opened);
    } else if (renew) {
      await current.restart(options.constraints());
      // Let go of meanwhile: what has just been opened is nobody's.
      if (track !== current) return void current.stop();
    }
    lost = false;
    onProblem(null);
    if (track) await options.refine(track);
  }

  function adopt(opened: T) {
    track = opened;
    opened.on("stopped", () => {
      // Restarting stops the old device, too.
      if (track === opened) void recover(opened);
    });
    onTrack("added", opened);
  }

  async function recover(stopped: T) {
    await options.untilLost();
    if (track !== stopped || !hasEnded(stopped) || busy) return;
    lost = true;
    stale = true;
    wanted = options.reopens;
    if (!wanted) onProblem(`${kind}-lost`);
    await settle();
  }

  function fail(error: unknown) {
    const problem = mediaProblem(kind, error);
    const isGone = lost && problem === `${kind}-missing`;
    lost = false;
    wanted = false;
    drop();
    onProblem(isGone ? `${kind}-lost` : problem);
  }

  function drop() {
    const dropped = track;
    if (!dropped) return;
    track = null;
    dropped.stop();
    onTrack("removed", dropped);
    onChange();
  }

  return {
    track: () => track,
    isStarting: () => busy && wanted,
    set(on) {
      wanted = on;
      onChange();
      return settle();
    },
    reopen() {
      stale = track !== null || busy;
      return settle();
    },
    refine: settle,
    release() {
      wanted = false;
      drop();
      void settle();
    },
  };
}
