import type { ConnectOptions, LocalTrack } from "twilio-video";
import type { RoomMatch } from "@/lib/calls/client/room/view";

interface RoomSetup {
  /** RoomSid. */
  sid: string;
  match: Pick<RoomMatch, "isGroup">;
  tracks: LocalTrack[];
}

/** Speech in full band, with something to spare for a poor network, in bits a second. */
const maxAudioBitrate = 32_000;
/** Enough for 720 lines at 30 frames a second. */
const maxPairVideoBitrate = 2_400_000;

/**
 * How to connect to a room. Simulcast and the bandwidth profile are fixed at that moment, so they go
 * by how many may come, not by how many are there: between two they would only cost. A profile
 * without `maxSubscriptionBitrate` leaves the limit to the provider: 2.4 Mbit/s on phones, none
 * elsewhere.
 */
export function connectOptions({ sid, match, tracks }: RoomSetup): ConnectOptions {
  const common: ConnectOptions = {
    name: sid,
    tracks,
    networkQuality: { local: 1, remote: 1 },
    maxAudioBitrate,
    preferredAudioCodecs: [{ codec: "opus", dtx: true }],
  };
  if (!match.isGroup) {
    return { ...common, maxVideoBitrate: maxPairVideoBitrate, preferredVideoCodecs: ["VP8"] };
  }
  return {
    ...common,
    dominantSpeaker: true,
    preferredVideoCodecs: [{ codec: "VP8", simulcast: true }],
    bandwidthProfile: {
      video: {
        mode: "grid",
        clientTrackSwitchOffControl: "auto",
        contentPreferencesMode: "auto",
      },
    },
  };
}

/**
 * Lines that the camera is asked for: what the others will see of it. Phones have small screens and
 * small batteries.
 */
export function captureHeight(match: Pick<RoomMatch, "isGroup">, isHandheld: boolean): number {
  if (match.isGroup) return isHandheld ? 360 : 540;
  return isHandheld ? 480 : 720;
}
