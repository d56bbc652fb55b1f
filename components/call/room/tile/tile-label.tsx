import { MicOff } from "lucide-react";
import { QualityBars } from "@/components/call/room/tile/quality-bars";
import { cx } from "@/components/ui/class-names";

interface TileLabelProps {
  name: string;
  isMuted: boolean;
  /** Level, 0 to 5; null until it is known. */
  quality: number | null;
  /** A strip has no room for bars; a small window names its person elsewhere. */
  look: "card" | "stage" | "strip" | "bare";
}

const places = {
  card: "inset-x-2 bottom-2",
  stage:
    "inset-x-3 bottom-[calc(env(safe-area-inset-bottom)+6.25rem)] md:inset-x-5 md:z-3 md:bottom-[calc(env(safe-area-inset-bottom)+1.75rem)]",
  strip: "inset-x-1 bottom-1",
  bare: "inset-x-2 bottom-2",
} as const;

/** Who this is, whether they are muted, and how well they are connected. */
export function TileLabel({ name, isMuted, quality, look }: TileLabelProps) {
  const isSmall = look === "strip";
  const bars = isSmall || look === "bare" ? null : quality;
  if (look === "bare" && !isMuted) return null;
  return (
    <div className={cx("pointer-events-none absolute flex items-center", places[look])}>
      <span
        className={cx(
          "flex min-w-0 items-center rounded-full bg-stage/70 font-semibold text-on-stage",
          isSmall ? "h-6 gap-1 px-2 text-xs" : "h-8 gap-1.5 pl-3 text-sm",
          !isSmall && bars === null && "pr-3",
        )}
      >
        {isMuted ? (
          <span title="Muted" className="pointer-events-auto shrink-0">
            <MicOff aria-hidden="true" size={isSmall ? 12 : 15} />
            <span className="sr-only">Muted</span>
          </span>
        ) : null}
        {look === "bare" ? null : (
          <span dir="auto" className="truncate">
            {name}
          </span>
        )}
        {bars === null ? null : <QualityBars level={bars} />}
      </span>
    </div>
  );
}
