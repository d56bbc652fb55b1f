import { GridLayout } from "@/components/call/room/layout/grid-layout";
import { PairLayout } from "@/components/call/room/layout/pair-layout";
import { ScreenLayout } from "@/components/call/room/layout/screen-layout";
import { roomStatus } from "@/components/call/room/words";
import type { RoomCall } from "@/lib/calls/client/room/view";

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
  if (call.match.isGroup && (tiles.length !== 2 || waitingFor.length > 0)) {
    return <GridLayout tiles={tiles} waitingFor={waitingFor} mirrored={mirrored} />;
  }
  return (
    <PairLayout
      me={tiles.find(({ isMe }) => isMe)}
      other={others[0] ?? call.match.people[0]}
      caption={`${roomStatus(call)}…`}
      mirrored={mirrored}
    />
  );
}
