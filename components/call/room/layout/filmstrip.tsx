"use client";

import { useEffect, useRef } from "react";
import { prefersStill } from "@/components/call/room/layout/prefers-still";
import { CameraTile } from "@/components/call/room/tile/camera-tile";
import { RingingTile } from "@/components/call/room/tile/ringing-tile";
import type { RoomPerson, Tile } from "@/lib/calls/client/room/view";

interface FilmstripProps {
  tiles: readonly Tile[];
  waitingFor: readonly RoomPerson[];
  mirrored: boolean;
}

const frame = "h-24 w-32 shrink-0 md:h-30 md:w-full";

/** Everybody in a row that scrolls; whoever speaks is kept in view. */
export function Filmstrip({ tiles, waitingFor, mirrored }: FilmstripProps) {
  const strip = useRef<HTMLDivElement>(null);
  const speaker = tiles.find(({ isDominantSpeaker }) => isDominantSpeaker)?.key;
  useEffect(() => {
    if (!speaker) return;
    const tile = strip.current?.querySelector(`[data-tile="${CSS.escape(speaker)}"]`);
    tile?.scrollIntoView({
      block: "nearest",
      inline: "nearest",
      behavior: prefersStill() ? "auto" : "smooth",
    });
  }, [speaker]);
  return (
    <section
      ref={strip}
      aria-label="People in the call"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="flex shrink-0 gap-2 overflow-auto overscroll-contain rounded-2xl focus-visible:-outline-offset-3 [scrollbar-width:thin] md:w-44 md:flex-col"
    >
      {tiles.map((tile) => (
        <CameraTile
          key={tile.key}
          tile={tile}
          mirrored={tile.isMe && mirrored}
          avatarSize={48}
          look="strip"
          className={frame}
        />
      ))}
      {waitingFor.map((person) => (
        <RingingTile
          key={person.id}
          person={person}
          avatarSize={44}
          look="strip"
          className={frame}
        />
      ))}
    </section>
  );
}
