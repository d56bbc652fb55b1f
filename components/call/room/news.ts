import type { RoomCall, Tile } from "@/lib/calls/client/room/view";

/**
 * What happened between two views of one call, in sentences to be read out. What the call's status
 * says by itself is left out.
 */
export function roomNews(before: RoomCall, after: RoomCall): string[] {
  if (after.phase === "ended" || after.phase === "lobby") return [];
  const news = connectionNews(before, after);
  const earlier = new Map(before.tiles.map((tile) => [tile.key, tile]));
  const here = new Set(after.tiles.map(({ person }) => person.id));
  const stillThere = new Set(before.tiles.map(({ person }) => person.id));
  for (const tile of after.tiles) {
    const known = earlier.get(tile.key);
    if (known) news.push(...tileNews(known, tile));
    else if (!tile.isMe && !stillThere.has(tile.person.id)) news.push(`${tile.person.name} joined`);
  }
  for (const { isMe, person } of before.tiles) {
    if (!isMe && !here.has(person.id)) news.push(`${person.name} left`);
  }
  const asked = new Set(after.waitingFor.map(({ id }) => id));
  for (const { id, name } of before.waitingFor) {
    if (!asked.has(id) && !here.has(id)) news.push(`${name} did not join`);
  }
  return news;
}

function connectionNews(before: RoomCall, after: RoomCall): string[] {
  if (before.phase !== "reconnecting" && after.phase === "reconnecting") {
    return ["Connection lost, reconnecting"];
  }
  if (before.phase === "reconnecting" && after.phase === "connected") return ["Connected again"];
  return [];
}

function tileNews(before: Tile, after: Tile): string[] {
  const { isMe, person } = after;
  const news: string[] = [];
  const tell = (mine: string, theirs: string) =>
    news.push(isMe ? mine : `${person.name} ${theirs}`);
  // Whoever comes is silent until their sound has arrived: that is no news.
  if (before.isMuted !== after.isMuted && (isMe || after.isMuted)) {
    tell(after.isMuted ? "You are muted" : "You are unmuted", "is muted");
  }
  if (!before.camera !== !after.camera) {
    const on = after.camera ? "on" : "off";
    tell(`Your camera is ${on}`, `turned the camera ${on}`);
  }
  if (!before.screen !== !after.screen) {
    if (after.screen) tell("You share your screen", "shares the screen");
    else tell("You stopped sharing your screen", "stopped sharing the screen");
  }
  if (!isMe && before.isReconnecting !== after.isReconnecting) {
    tell("", after.isReconnecting ? "is reconnecting" : "is back");
  }
  return news;
}
