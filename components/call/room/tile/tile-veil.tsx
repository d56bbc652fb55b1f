import { Spinner } from "@/components/ui/spinner";

/** Over a picture that has stopped because its owner's connection has. */
export function TileVeil({ compact = false }: { compact?: boolean }) {
  return (
    <span className="absolute inset-0 grid place-items-center bg-stage/70 text-on-stage">
      <span className="flex items-center gap-2 font-semibold">
        <Spinner size={compact ? 16 : 20} />
        <span className={compact ? "sr-only" : "text-sm"}>Reconnecting…</span>
      </span>
    </span>
  );
}
