"use client";

import { TileLabel } from "@/components/call/room/tile/tile-label";
import { TileVeil } from "@/components/call/room/tile/tile-veil";
import { useOnScreen } from "@/components/call/room/tile/use-on-screen";
import { VideoView } from "@/components/call/room/tile/video-view";
import { Avatar } from "@/components/ui/avatar";
import { cx } from "@/components/ui/class-names";
import type { Tile } from "@/lib/calls/client/room/view";

/** One of many; alone on the stage; in a strip or corner; the one picture of a small window. */
type Look = "card" | "stage" | "strip" | "bare";

interface CameraTileProps {
  tile: Tile;
  mirrored: boolean;
  /** Edge length of the picture that stands in for a camera, in CSS pixels. */
  avatarSize: number;
  look?: Look;
  /** The picture that a picture-in-picture window takes. */
  isMain?: boolean;
  className?: string;
  style?: React.CSSProperties;
}

/** One person: their camera's picture, or their face when it is off. */
export function CameraTile(props: CameraTileProps) {
  const { tile, mirrored, avatarSize, look = "card", isMain = false, className, style } = props;
  const { person, camera, isMe, isMuted, isReconnecting } = tile;
  const [onScreen, ref] = useOnScreen();
  const name = isMe ? "You" : person.name;
  const speaks = tile.isDominantSpeaker && !isMuted;
  const isFramed = look === "card" || look === "strip";
  return (
    <fieldset
      ref={ref}
      aria-label={name}
      data-tile={tile.key}
      style={style}
      className={cx(
        "relative min-w-0 overflow-hidden",
        isFramed ? "rounded-2xl bg-stage-raised" : "bg-stage",
        className,
      )}
    >
      <span className="absolute inset-0 grid place-items-center">
        <span className={cx("rounded-full", speaks && !camera && "animate-speak")}>
          <Avatar profileId={person.id} name={person.name} size={avatarSize} />
        </span>
      </span>
      {camera && onScreen ? (
        <VideoView
          source={camera}
          mirrored={mirrored}
          isMain={isMain}
          fit={look === "card" || look === "stage" ? "auto" : "cover"}
        />
      ) : null}
      {isReconnecting ? <TileVeil compact={look === "strip"} /> : null}
      <TileLabel name={name} isMuted={isMuted} quality={tile.quality} look={look} />
      {isFramed ? <SpeakerFrame speaks={speaks} /> : null}
    </fieldset>
  );
}

function SpeakerFrame({ speaks }: { speaks: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        "pointer-events-none absolute inset-0 rounded-[inherit] shadow-[inset_0_0_0_3px_var(--mark-one)] transition-opacity duration-200",
        speaks ? "opacity-100" : "opacity-0",
      )}
    />
  );
}
