import { OwnPicture } from "@/components/call/room/layout/own-picture";
import { CameraTile } from "@/components/call/room/tile/camera-tile";
import { RingingTile } from "@/components/call/room/tile/ringing-tile";
import type { RoomPerson, Tile } from "@/lib/calls/client/room/view";

interface PairLayoutProps {
  me: Tile | undefined;
  other: Tile | RoomPerson | undefined;
  /** Of an other who is not there. */
  caption: string;
  mirrored: boolean;
}

/** Two people: the other fills the room, oneself is in a corner. */
export function PairLayout({ me, other, caption, mirrored }: PairLayoutProps) {
  return (
    <div className="absolute inset-0">
      {!other ? null : "key" in other ? (
        <CameraTile
          tile={other}
          mirrored={false}
          avatarSize={144}
          look="stage"
          isMain
          className="size-full"
        />
      ) : (
        <RingingTile
          person={other}
          caption={caption}
          avatarSize={128}
          look="stage"
          className="size-full"
        />
      )}
      {me ? <OwnPicture tile={me} mirrored={mirrored} /> : null}
    </div>
  );
}
