import { describe, expect, test } from "vitest";
import { roomNews } from "@/components/call/room/news";
import { roomCall, tileNamed as tile } from "@/lib/calls/client/room/testing";
import type { RoomCall, Tile, VideoSource } from "@/lib/calls/client/room/view";

const picture: VideoSource = { id: "1", attach() {}, detach() {} };

const call = (tiles: readonly Tile[], part: Partial<RoomCall> = {}) => roomCall({ tiles, ...part });

describe("what is read out", () => {
  const alone = call([tile("Ada")]);
  const both = call([tile("Ada"), tile("Ben")]);

  test("nothing while nothing changes", () => {
    expect(roomNews(both, call([tile("Ada"), tile("Ben", { isDominantSpeaker: true })]))).toEqual(
      [],
    );
  });

  test("people who come and go", () => {
    expect(roomNews(alone, both)).toEqual(["Ben joined"]);
    expect(roomNews(both, alone)).toEqual(["Ben left"]);
  });

  test("nobody leaves who is back under another participant", () => {
    expect(roomNews(both, call([tile("Ada"), tile("Ben", { key: "PA2" })]))).toEqual([]);
  });

  test("microphones", () => {
    const muted = call([tile("Ada", { isMuted: true }), tile("Ben", { isMuted: true })]);
    expect(roomNews(both, muted)).toEqual(["You are muted", "Ben is muted"]);
    expect(roomNews(muted, both)).toEqual(["You are unmuted"]);
  });

  test("cameras", () => {
    const seen = call([tile("Ada", { camera: picture }), tile("Ben", { camera: picture })]);
    expect(roomNews(both, seen)).toEqual(["Your camera is on", "Ben turned the camera on"]);
    expect(roomNews(seen, both)).toEqual(["Your camera is off", "Ben turned the camera off"]);
  });

  test("screens", () => {
    const shared = call([tile("Ada"), tile("Ben", { screen: picture })]);
    expect(roomNews(both, shared)).toEqual(["Ben shares the screen"]);
    expect(roomNews(shared, both)).toEqual(["Ben stopped sharing the screen"]);
  });

  test("a connection that is lost and comes back", () => {
    const lost = call(both.tiles, { phase: "reconnecting" });
    expect(roomNews(both, lost)).toEqual(["Connection lost, reconnecting"]);
    expect(roomNews(lost, both)).toEqual(["Connected again"]);
    const away = call([tile("Ada"), tile("Ben", { isReconnecting: true })]);
    expect(roomNews(both, away)).toEqual(["Ben is reconnecting"]);
  });

  test("somebody who was rung and did not come", () => {
    const ringing = call(both.tiles, { waitingFor: [{ id: "Cleo", name: "Cleo" }] });
    expect(roomNews(ringing, both)).toEqual(["Cleo did not join"]);
    expect(roomNews(ringing, call([...both.tiles, tile("Cleo")]))).toEqual(["Cleo joined"]);
  });

  test("an end says so by itself", () => {
    expect(roomNews(both, call([], { phase: "ended" }))).toEqual([]);
  });
});
