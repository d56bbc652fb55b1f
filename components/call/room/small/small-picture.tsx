import { mainOf } from "@/components/call/room/small/main-of";
import { CameraTile } from "@/components/call/room/tile/camera-tile";
import { RingingTile } from "@/components/call/room/tile/ringing-tile";
import { ScreenTile } from "@/components/call/room/tile/screen-tile";
import type { RoomCall } from "@/lib/calls/client/room/view";

/** The one picture of a small window. */
export function SmallPicture({ call }: { call: RoomCall }) {
  const main = mainOf(call);
  if (!main) return null;
  if (main.type === "ringing") {
    return (
      <RingingTile
        person={main.person}
        avatarSize={72}
        look="strip"
        className="size-full rounded-none!"
      />
    );
  }
  const { tile } = main;
  if (main.type === "screen" && tile.screen) {
    return <ScreenTile person={tile.person} screen={tile.screen} className="size-full" />;
  }
  return (
    <CameraTile
      tile={tile}
      mirrored={tile.isMe}
      avatarSize={80}
      look="bare"
      isMain
      className="size-full"
    />
  );
}
