import type { EventEmitter } from "node:events";
import type { LocalTrack, RemoteParticipant, RemoteTrack, Room, TwilioError } from "twilio-video";
import { createMeter } from "@/lib/calls/client/connection/meter";
import { reportConnection } from "@/lib/calls/client/connection/report";
import { watchQuality } from "@/lib/calls/client/room/quality-watch";
import { createRemoteAudio } from "@/lib/calls/client/room/remote-audio";
import { troubleOf } from "@/lib/calls/client/room/room-failure";
import { screenTrackName, tileOf } from "@/lib/calls/client/room/tiles";
import type { Tile, Trouble } from "@/lib/calls/client/room/view";
import { onWake } from "@/lib/realtime/wake";

interface AttendanceOptions {
  /** What this person sends now: microphone, camera, screen. */
  localTracks(): LocalTrack[];
  nameOf(profileId: string): string;
  /** Something that tiles show has changed. */
  onChange(): void;
  onTrouble(trouble: Trouble | null): void;
  onSoundBlocked(blocked: boolean): void;
  /** A track could not be sent. */
  onUnsent(track: LocalTrack): void;
  /** The room is closed to this participant; without an error it was the server's wish. */
  onLost(error: TwilioError | undefined): void;
}

/** Being in a room. */
export interface Attendance {
  room: Room;
  /** The tiles of the others, in the order in which they came. */
  tiles(): Tile[];
  /** Sends what is there to be sent, and no longer what is not. */
  send(): void;
  hear(): void;
  setSpeaker(deviceId: string | null): void;
  leave(): void;
}

/** What changes a tile. */
const tileEvents = [
  "participantConnected",
  "participantDisconnected",
  "participantReconnecting",
  "participantReconnected",
  "trackPublished",
  "trackUnpublished",
  "trackSubscribed",
  "trackUnsubscribed",
  "trackEnabled",
  "trackDisabled",
  "dominantSpeakerChanged",
];

/** Takes part in a room that has been connected to. */
export function attendRoom(room: Room, options: AttendanceOptions): Attendance {
  const { localParticipant, participants } = room;
  const sent = new Set<LocalTrack>();
  let isLeft = false;
  let isPoor = false;
  const meter = createMeter();
  const audio = createRemoteAudio(options.onSoundBlocked);
  const quality = watchQuality((poor) => {
    isPoor = poor;
    if (room.state === "connected") options.onTrouble(poor ? "low-bandwidth" : null);
  });

  /** Handlers that fall silent when the room is left. */
  function listen<T extends unknown[]>(
    emitter: EventEmitter,
    event: string,
    handler: (...args: T) => void,
  ) {
    emitter.on(event, (...args: T) => {
      if (!isLeft) handler(...args);
    });
  }

  function welcome(participant: RemoteParticipant) {
    listen(participant, "networkQualityLevelChanged", options.onChange);
    for (const { track } of participant.audioTracks.values()) if (track) audio.add(track);
  }

  async function publish(track: LocalTrack) {
    const priority = track.name === screenTrackName ? "high" : "standard";
    try {
      await localParticipant.publishTrack(track, { priority });
    } catch {
      sent.delete(track);
      if (!isLeft) options.onUnsent(track);
    }
  }

  function send() {
    const wanted = new Set(options.localTracks());
    for (const track of sent) {
      if (wanted.has(track)) continue;
      sent.delete(track);
      if (track.kind !== "data") localParticipant.unpublishTrack(track);
    }
    for (const track of wanted) {
      if (sent.has(track)) continue;
      sent.add(track);
      void publish(track);
    }
  }

  // The SDK takes seconds to notice what the browser knows at once; it says so itself when it has.
  const onOffline = () => room.state === "connected" && options.onTrouble("signaling");
  const onOnline = () => room.state === "connected" && options.onTrouble(null);

  function close() {
    isLeft = true;
    stopWaking();
    window.removeEventListener("offline", onOffline);
    window.removeEventListener("online", onOnline);
    quality.stop();
    audio.stop();
    reportConnection(room.sid, meter.level());
  }

  // Phones pause what plays while the page sleeps, and do not always go on.
  const stopWaking = onWake(() => room.refreshInactiveMedia());
  window.addEventListener("offline", onOffline);
  window.addEventListener("online", onOnline);
  listen(room, "participantConnected", welcome);
  for (const event of tileEvents) listen(room, event, options.onChange);
  listen(room, "trackSubscribed", (track: RemoteTrack) => {
    if (track.kind === "audio") audio.add(track);
  });
  listen(room, "trackUnsubscribed", (track: RemoteTrack) => {
    if (track.kind === "audio") audio.remove(track);
  });
  listen(room, "reconnecting", (error: TwilioError) => {
    options.onTrouble(troubleOf(error));
    options.onChange();
  });
  listen(room, "reconnected", () => {
    options.onTrouble(isPoor ? "low-bandwidth" : null);
    options.onChange();
  });
  listen(room, "disconnected", (_room: Room, error: TwilioError | undefined) => {
    close();
    options.onLost(error);
  });
  listen(localParticipant, "networkQualityLevelChanged", (level: number | null) => {
    quality.follow(level);
    meter.follow(level);
    options.onChange();
  });
  meter.follow(localParticipant.networkQualityLevel);
  for (const { track } of localParticipant.audioTracks.values()) sent.add(track);
  for (const { track } of localParticipant.videoTracks.values()) sent.add(track);
  for (const participant of participants.values()) welcome(participant);
  send();

  return {
    room,
    tiles() {
      const speaker = room.dominantSpeaker?.sid ?? null;
      const { nameOf } = options;
      return [...participants.values()].map((each) => tileOf(each, { nameOf, speaker }));
    },
    send,
    hear: () => void audio.hear(),
    setSpeaker: audio.setSpeaker,
    leave() {
      if (isLeft) return;
      close();
      room.disconnect();
    },
  };
}
