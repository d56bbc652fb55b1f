import { cx } from "@/components/ui/class-names";
import type { ReportState } from "@/lib/reports/report-view";

const words: Record<ReportState, string> = {
  open: "Open",
  reviewing: "In review",
  actioned: "Acted on",
  dismissed: "Dismissed",
};

/** Where a report stands. */
export function StateBadge({ state }: { state: ReportState }) {
  const waits = state === "open" || state === "reviewing";
  return (
    <span
      className={cx(
        "shrink-0 rounded-full px-2.5 py-0.5 text-xs font-semibold",
        waits ? "bg-coral-wash text-danger" : "bg-sunken text-ink-soft",
      )}
    >
      {words[state]}
    </span>
  );
}
