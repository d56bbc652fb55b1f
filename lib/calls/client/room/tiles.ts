import type { LocalMediaView } from "@/lib/calls/client/room/media/local-media-view";
import { type Drawable, sourceOf } from "@/lib/calls/client/room/video-source";
import type { RoomPerson, Tile, VideoSource } from "@/lib/calls/client/room/view";
import { profileIdOf } from "@/lib/twilio/identity";

/** The name of screen tracks, by which they are told from cameras. */
export const screenTrackName = "screen";

/** What a tile needs of a participant of the SDK. */
export interface ParticipantFacts {
  sid: string;
  identity: string;
  state: string;
  networkQualityLevel: number | null;
  audioTracks: ReadonlyMap<string, { isTrackEnabled: boolean }>;
  videoTracks: ReadonlyMap<
    string,
    { trackName: string; isTrackEnabled: boolean; track: Drawable | null }
  >;
}

function pictureOf({ videoTracks }: ParticipantFacts, isScreen: boolean): VideoSource | null {
  for (const [sid, { trackName, isTrackEnabled, track }] of videoTracks) {
    const isWanted = (trackName === screenTrackName) === isScreen;
    if (isWanted && isTrackEnabled && track) return sourceOf(sid, track);
  }
  return null;
}

/** The tile of somebody else. */
export function tileOf(
  participant: ParticipantFacts,
  { nameOf, speaker }: { nameOf(profileId: string): string; speaker: string | null },
): Tile {
  const id = profileIdOf(participant.identity) ?? participant.identity;
  const person: RoomPerson = { id, name: nameOf(id) };
  return {
    key: participant.sid,
    person,
    isMe: false,
    isMuted: ![...participant.audioTracks.values()].some(({ isTrackEnabled }) => isTrackEnabled),
    camera: pictureOf(participant, false),
    screen: pictureOf(participant, true),
    isDominantSpeaker: participant.sid === speaker,
    quality: participant.networkQualityLevel,
    isReconnecting: participant.state === "reconnecting",
  };
}

interface OwnFacts {
  me: RoomPerson;
  media: Pick<LocalMediaView, "isMuted" | "picture">;
  screen: (Drawable & { id: string }) | null;
  room: { state: string; localParticipant: { networkQualityLevel: number | null } } | null;
}

/** The tile of this person. */
export function ownTile({ me, media, screen, room }: OwnFacts): Tile {
  return {
    key: "me",
    person: me,
    isMe: true,
    isMuted: media.isMuted,
    camera: media.picture,
    screen: screen && sourceOf(screen.id, screen),
    isDominantSpeaker: false,
    quality: room?.localParticipant.networkQualityLevel ?? null,
    isReconnecting: room?.state === "reconnecting",
  };
}

/**
 * The new tiles, with the old object wherever nothing has changed; the old list when nothing has at
 * all. So only what changed is drawn anew.
 */
export function keepSame(before: readonly Tile[], after: readonly Tile[]): readonly Tile[] {
  const kept = after.map((tile) => {
    const old = before.find(({ key }) => key === tile.key);
    return old && isSame(old, tile) ? old : tile;
  });
  const isSameList = kept.length === before.length && kept.every((tile, at) => tile === before[at]);
  return isSameList ? before : kept;
}

function isSame(a: Tile, b: Tile): boolean {
  return (
    a.person.id === b.person.id &&
    a.person.name === b.person.name &&
    a.isMuted === b.isMuted &&
    a.camera === b.camera &&
    a.screen === b.screen &&
    a.isDominantSpeaker === b.isDominantSpeaker &&
    a.quality === b.quality &&
    a.isReconnecting === b.isReconnecting
  );
}
