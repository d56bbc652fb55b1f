import { describe, expect, it } from "vitest";
import { keepSame, ownTile, type ParticipantFacts, tileOf } from "@/lib/calls/client/room/tiles";

const picture = () => ({ attach: () => undefined, detach: () => undefined });
const ben: ParticipantFacts = {
  sid: "PA1",
  identity: "u_00000000000040008000000000000102",
  state: "connected",
  networkQualityLevel: 4,
  audioTracks: new Map([["MTa", { isTrackEnabled: true }]]),
  videoTracks: new Map(),
};
const benId = "00000000-0000-4000-8000-000000000102";
const options = { nameOf: (id: string) => (id === benId ? "Ben" : "Someone"), speaker: null };
const tile = (more: Partial<ParticipantFacts> = {}) => tileOf({ ...ben, ...more }, options);

describe("the tile of somebody else", () => {
  it("names the person behind the identity", () => {
    expect(tile().person).toEqual({ id: benId, name: "Ben" });
    expect(tile({ identity: "guest" }).person).toEqual({ id: "guest", name: "Someone" });
  });

  it("is muted without a microphone that is heard", () => {
    expect(tile().isMuted).toBe(false);
    expect(tile({ audioTracks: new Map([["MTa", { isTrackEnabled: false }]]) }).isMuted).toBe(true);
    expect(tile({ audioTracks: new Map() }).isMuted).toBe(true);
  });

  it("tells the screen from the camera", () => {
    const videoTracks = new Map([
      ["MTs", { trackName: "screen", isTrackEnabled: true, track: picture() }],
      ["MTc", { trackName: "camera", isTrackEnabled: true, track: picture() }],
    ]);
    expect(tile({ videoTracks })).toMatchObject({ camera: { id: "MTc" }, screen: { id: "MTs" } });
  });

  it("shows no camera that is off or has not arrived", () => {
    const off = { trackName: "camera", isTrackEnabled: false, track: picture() };
    const coming = { trackName: "camera", isTrackEnabled: true, track: null };
    expect(tile({ videoTracks: new Map([["MTc", off]]) }).camera).toBeNull();
    expect(tile({ videoTracks: new Map([["MTc", coming]]) }).camera).toBeNull();
  });

  it("says who speaks, how well they are connected, and whether they are coming back", () => {
    const speaking = tileOf({ ...ben, state: "reconnecting" }, { ...options, speaker: "PA1" });
    expect(speaking).toMatchObject({ isDominantSpeaker: true, quality: 4, isReconnecting: true });
  });

  it("gives the same picture for the same track, so that it does not flicker", () => {
    const track = picture();
    const videoTracks = new Map([["MTc", { trackName: "camera", isTrackEnabled: true, track }]]);
    expect(tile({ videoTracks }).camera).toBe(tile({ videoTracks }).camera);
  });
});

it("the own tile shows the own camera and screen, and how well one is connected", () => {
  const camera = { id: "camera", ...picture() };
  const own = ownTile({
    me: { id: "ada", name: "Ada" },
    media: { isMuted: true, picture: camera },
    screen: { id: "screen", ...picture() },
    room: { state: "reconnecting", localParticipant: { networkQualityLevel: 1 } },
  });
  expect(own).toMatchObject({
    key: "me",
    isMe: true,
    isMuted: true,
    camera,
    screen: { id: "screen" },
    quality: 1,
    isReconnecting: true,
  });
});

describe("tiles that stay the same", () => {
  const cara = tile({ sid: "PA2" });

  it("keep their object, and the list with them", () => {
    const before = [tile(), cara];
    expect(keepSame(before, [tile(), tile({ sid: "PA2" })])).toBe(before);
  });

  it("do so beside one that changes", () => {
    const before = [tile(), cara];
    const after = keepSame(before, [tile({ networkQualityLevel: 2 }), tile({ sid: "PA2" })]);
    expect(after[0]).toMatchObject({ quality: 2 });
    expect(after[1]).toBe(cara);
  });

  it("move up when one goes", () => {
    const after = keepSame([tile(), cara], [tile({ sid: "PA2" })]);
    expect(after).toEqual([cara]);
    expect(after[0]).toBe(cara);
  });
});
