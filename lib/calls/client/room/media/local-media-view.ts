import type { LocalAudioTrack, LocalVideoTrack } from "twilio-video";
import type { Permission } from "@/lib/calls/client/room/media/permissions";
import type { RoomProblemCode } from "@/lib/calls/client/room/problems";
import type { VideoSource } from "@/lib/calls/client/room/view";
import type { Observable } from "@/lib/cell";

export type MediaKind = "camera" | "microphone" | "speaker";

export interface MediaDeviceChoice {
  deviceId: string;
  label: string;
}

/** What this browser captures, as the lobby and the room show it. */
export interface LocalMediaView {
  devices: Readonly<Record<MediaKind, readonly MediaDeviceChoice[]>>;
  /** Device id in use; null before it is known. The speaker's is empty when the system chooses. */
  chosen: Readonly<Record<MediaKind, string | null>>;
  /** Why a device cannot be used; null when it can. */
  problems: Readonly<Record<"camera" | "microphone", RoomProblemCode | null>>;
  /** Whether opening a device asks the person first; null before it is known. */
  permissions: Readonly<Record<"camera" | "microphone", Permission | null>>;
  isCameraOn: boolean;
  /** True while the camera is being opened. */
  isCameraStarting: boolean;
  isMicrophoneOpen: boolean;
  isMicrophoneStarting: boolean;
  /** Nobody hears this person: muted, or without a microphone. */
  isMuted: boolean;
  /** Own picture; null while the camera is off. */
  picture: VideoSource | null;
  /** Own picture shows the back camera: it must not be mirrored. */
  isBackCamera: boolean;
  /** There are two sides to switch between. */
  canFlip: boolean;
  isBlurred: boolean;
  /** True while the blur's files are on their way. */
  isBlurStarting: boolean;
  /** The blur's files did not arrive; asking again tries again. */
  hasBlurFailed: boolean;
  canBlur: boolean;
  canChooseSpeaker: boolean;
}

/** Own camera, microphone and loudspeaker. The tracks are twilio-video's, ready to be published. */
export interface LocalMedia {
  view: Observable<LocalMediaView>;
  /** Loudness of the own microphone, 0 to 1, twenty times a second. */
  level: Observable<number>;
  camera(): LocalVideoTrack | null;
  microphone(): LocalAudioTrack | null;
  /** Hears of a track that comes (`added`) or has been stopped (`removed`). @returns stops listening */
  onTrack(
    listener: (change: "added" | "removed", track: LocalVideoTrack | LocalAudioTrack) => void,
  ): () => void;
  /**
   * Lists devices and permissions from now on, and opens those of camera and microphone about
   * which the browser asks nothing. Never rejects.
   */
  startIfAllowed(): Promise<void>;
  /** Opens camera and microphone, with one question to the person. Never rejects. */
  start(): Promise<void>;
  /** Never rejects: what goes wrong is in `view.problems`. */
  setCamera(on: boolean): Promise<void>;
  /** Opens the microphone if need be. Never rejects. */
  setMuted(muted: boolean): Promise<void>;
  choose(kind: MediaKind, deviceId: string): Promise<void>;
  /** Front to back and back to front. */
  flip(): Promise<void>;
  setBlur(on: boolean): Promise<void>;
  /** Height in pixels that the camera is asked for. */
  setMaxHeight(pixels: number): Promise<void>;
  /** Stops every track and lets the devices go. They can be opened again. */
  release(): void;
}
