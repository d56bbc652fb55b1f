import { GridLayout } from "@/components/call/room/layout/grid-layout";
import { PairLayout } from "@/components/call/room/layout/pair-layout";
import { ScreenLayout } from "@/components/call/room/layout/screen-layout";
import type { RoomCall } from "@/lib/calls/room/view";

/** Everybody in the room, in the layout that fits how many they are and what they show. */
export function RoomLayout({ call, mirrored }: { call: RoomCall; mirrored: boolean }) {
  const { tiles, waitingFor } = call;
  const others = tiles.filter(({ isMe }) => !isMe);
  const sharer = others.find(({ screen }) => screen);
  if (sharer?.screen) {
    return (
      <ScreenLayout
        sharer={sharer.person}
        screen={sharer.screen}
        tiles={tiles}
        waitingFor={waitingFor}
        mirrored={mirrored}
      />
    );
  }
  if (call.match.isGroup && tiles.length + waitingFor.length > 2) {
    return <GridLayout tiles={tiles} waitingFor={waitingFor} mirrored={mirrored} />;
  }
  const me = tiles.find(({ isMe }) => isMe);
  const expected = call.openedAt === null && !call.match.isGroup ? call.match.people[0] : undefined;
  return <PairLayout me={me} other={others[0] ?? waitingFor[0] ?? expected} mirrored={mirrored} />;
}
