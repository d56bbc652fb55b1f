import type { LocalAudioTrack, LocalVideoTrack } from "twilio-video";
import { isBlurPossible } from "@/lib/calls/client/room/media/blur";
import { createCamera } from "@/lib/calls/client/room/media/camera";
import { noDevices } from "@/lib/calls/client/room/media/devices";
import { devicesInUse } from "@/lib/calls/client/room/media/in-use";
import { createInventory } from "@/lib/calls/client/room/media/inventory";
import { createLevel } from "@/lib/calls/client/room/media/level";
import type {
  LocalMedia,
  LocalMediaView,
  MediaKind,
} from "@/lib/calls/client/room/media/local-media-view";
import { type LocalTracks, twilioTracks } from "@/lib/calls/client/room/media/local-tracks";
import { type CaptureKind, isDenial } from "@/lib/calls/client/room/media/media-problems";
import { createMicrophone } from "@/lib/calls/client/room/media/microphone";
import { type Permission, readPermission } from "@/lib/calls/client/room/media/permissions";
import { isHandheld } from "@/lib/calls/client/room/media/platform";
import {
  rememberBlur,
  rememberDevice,
  rememberedBlur,
  rememberedDevice,
} from "@/lib/calls/client/room/media/remembered";
import { untilLost } from "@/lib/calls/client/room/media/until-lost";
import { createUserMedia } from "@/lib/calls/client/room/media/user-media";
import type { RoomProblemCode } from "@/lib/calls/client/room/problems";
import { sourceOf } from "@/lib/calls/client/room/video-source";
import { createCell } from "@/lib/cell";

interface LocalMediaOptions {
  tracks?: LocalTracks;
}

type Track = LocalVideoTrack | LocalAudioTrack;
type TrackListener = Parameters<LocalMedia["onTrack"]>[0];

const closed = (isBlurred: boolean): LocalMediaView => ({
  devices: noDevices,
  chosen: { camera: null, microphone: null, speaker: null },
  problems: { camera: null, microphone: null },
  permissions: { camera: null, microphone: null },
  isCameraOn: false,
  isCameraStarting: false,
  isMicrophoneOpen: false,
  isMicrophoneStarting: false,
  isMuted: true,
  picture: null,
  isBackCamera: false,
  canFlip: false,
  isBlurred,
  isBlurStarting: false,
  hasBlurFailed: false,
  canBlur: isBlurPossible(),
  canChooseSpeaker: false,
});

/** The own camera, microphone and loudspeaker. Nothing is opened before it is asked for. */
export function createLocalMedia({ tracks = twilioTracks }: LocalMediaOptions = {}): LocalMedia {
  const listeners = new Set<TrackListener>();
  const isBlurred = rememberedBlur() && isBlurPossible();
  const view = createCell(closed(isBlurred));
  let released = 0;
  const patch = (part: Partial<LocalMediaView>) => view.update((old) => ({ ...old, ...part }));

  const userMedia = createUserMedia();
  const inventory = createInventory({
    onList: show,
    onPlug: tryAgainWhenPlugged,
    onPermission(kind, permission) {
      patch({ permissions: { ...view.getSnapshot().permissions, [kind]: permission } });
      if (permission === "granted" && isDenial(view.getSnapshot().problems[kind])) void open(kind);
    },
  });
  const shared = (kind: CaptureKind) => ({
    deviceId: rememberedDevice(kind),
    onChange: show,
    untilLost,
    onProblem(problem: RoomProblemCode | null) {
      patch({ problems: { ...view.getSnapshot().problems, [kind]: problem } });
    },
    onTrack(change: "added" | "removed", track: Track) {
      show();
      for (const listener of listeners) listener(change, track);
      // Devices have names from the first permission on.
      if (change === "added") void inventory.refresh();
    },
  });
  const camera = createCamera({
    ...shared("camera"),
    create: (constraints) => tracks.video(constraints, userMedia.getUserMedia),
    isBlurred,
  });
  const microphone = createMicrophone({
    ...shared("microphone"),
    create: (constraints) => tracks.audio(constraints, userMedia.getUserMedia),
  });

  function show() {
    const open = { camera: camera.track(), microphone: microphone.track() };
    const { devices } = inventory.list();
    patch({
      devices,
      chosen: devicesInUse(inventory.list(), open),
      isCameraOn: open.camera !== null,
      isCameraStarting: camera.isStarting() && !open.camera,
      isMicrophoneOpen: open.microphone !== null,
      isMicrophoneStarting: microphone.isStarting() && !open.microphone,
      isMuted: microphone.isMuted(),
      picture: open.camera && sourceOf(open.camera.id, open.camera),
      isBackCamera: camera.isBack(),
      canFlip: isHandheld() && devices.camera.length > 1,
      isBlurred: camera.isBlurred(),
      isBlurStarting: camera.blur() === "starting",
      hasBlurFailed: camera.blur() === "failed",
      canChooseSpeaker: devices.speaker.length > 0,
    });
  }

  function open(kind: CaptureKind): Promise<void> {
    inventory.watch();
    return kind === "camera" ? camera.set(true) : microphone.set(true);
  }

  async function start() {
    const isIdle = [camera, microphone].every((each) => !each.track() && !each.isStarting());
    if (isIdle) {
      userMedia.prepare({ video: camera.constraints(), audio: microphone.constraints() });
    }
    await Promise.all([open("camera"), open("microphone")]);
    userMedia.discard();
  }

  /** A microphone is taken up by itself; a camera never goes on without being asked to. */
  function tryAgainWhenPlugged() {
    const { problems, devices } = view.getSnapshot();
    const isBack = (kind: CaptureKind) =>
      /-(missing|lost)$/.test(problems[kind] ?? "") && devices[kind].length > 0;
    if (isBack("microphone")) void open("microphone");
    if (isBack("camera")) patch({ problems: { ...problems, camera: null } });
  }

  async function choose(kind: MediaKind, deviceId: string) {
    rememberDevice(kind, deviceId);
    if (kind === "speaker") return show();
    const device = kind === "camera" ? camera : microphone;
    device.choose(deviceId);
    // A problem asked for another device, so this one is wanted on.
    await (view.getSnapshot().problems[kind] ? open(kind) : device.reopen());
  }

  return {
    view,
    level: createLevel(() => (microphone.isMuted() ? null : microphone.track())),
    camera: camera.track,
    microphone: microphone.track,
    onTrack(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start,
    async startIfAllowed() {
      const asked = released;
      inventory.watch();
      const [video, audio] = await Promise.all([
        readPermission("camera"),
        readPermission("microphone"),
      ]);
      if (asked !== released) return;
      // A denial asks nothing either, and opening says what to do about it.
      const asks = (permission: Permission) => permission === "prompt" || permission === "unknown";
      if (!asks(video) && !asks(audio)) return start();
      if (!asks(video)) await open("camera");
      if (!asks(audio)) await open("microphone");
    },
    setCamera: (on) => (on ? open("camera") : camera.set(false)),
    setMuted(muted) {
      inventory.watch();
      return microphone.setMuted(muted);
    },
    choose,
    flip() {
      camera.flip();
      return camera.reopen();
    },
    setBlur(on) {
      rememberBlur(on);
      return camera.setBlur(on);
    },
    setMaxHeight: camera.setMaxHeight,
    release() {
      released += 1;
      inventory.stop();
      camera.release();
      microphone.release();
      patch({ problems: { camera: null, microphone: null } });
    },
  };
}
