import { MicOff } from "lucide-react";
import { QualityBars } from "@/components/call/room/tile/quality-bars";
import { cx } from "@/components/ui/class-names";

interface TileLabelProps {
  name: string;
  isMuted?: boolean;
  quality?: number | null;
  /** Leaves out the bars, where there is no room for them. */
  compact?: boolean;
}

/** Who this is, whether they are muted, and how well they are connected. */
export function TileLabel({ name, isMuted = false, quality = null, compact }: TileLabelProps) {
  return (
    <div
      className={cx(
        "pointer-events-none absolute flex max-w-full items-center",
        compact ? "inset-x-1 bottom-1" : "inset-x-2 bottom-2",
      )}
    >
      <span
        className={cx(
          "flex min-w-0 items-center rounded-full bg-stage/70 font-semibold text-on-stage",
          compact ? "h-6 gap-1 px-2 text-xs" : "h-8 gap-1.5 pl-3 text-sm",
          !compact && quality === null && "pr-3",
        )}
      >
        {isMuted ? (
          <span title="Muted" className="pointer-events-auto shrink-0">
            <MicOff aria-hidden="true" size={compact ? 12 : 15} />
            <span className="sr-only">Muted</span>
          </span>
        ) : null}
        <span dir="auto" className="truncate">
          {name}
        </span>
        {quality === null || compact ? null : <QualityBars level={quality} />}
      </span>
    </div>
  );
}
