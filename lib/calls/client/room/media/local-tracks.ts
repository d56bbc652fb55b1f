import {
  createLocalAudioTrack,
  createLocalVideoTrack,
  type LocalAudioTrack,
  type LocalVideoTrack,
  Logger,
} from "twilio-video";

type GetUserMedia = (constraints: MediaStreamConstraints) => Promise<MediaStream>;

/** Opens the SDK's tracks, which the room publishes under these names. */
export interface LocalTracks {
  video(constraints: MediaTrackConstraints, getUserMedia: GetUserMedia): Promise<LocalVideoTrack>;
  audio(constraints: MediaTrackConstraints, getUserMedia: GetUserMedia): Promise<LocalAudioTrack>;
}

// It prints refused permissions as errors; people read about them in the lobby. Its level cannot be
// set once for all, since every line that it writes sets it again.
const logger = Logger.getLogger("twilio-video");
logger.methodFactory = () => () => undefined;
logger.setLevel("silent", false);

export const twilioTracks: LocalTracks = {
  video: (constraints, getUserMedia) =>
    createLocalVideoTrack({ ...constraints, name: "camera", getUserMedia }),
  audio: (constraints, getUserMedia) =>
    createLocalAudioTrack({
      ...constraints,
      name: "microphone",
      // The SDK would change devices behind our back, also when one was chosen by hand.
      defaultDeviceCaptureMode: "manual",
      getUserMedia,
    }),
};
