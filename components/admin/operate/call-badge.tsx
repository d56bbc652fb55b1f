import { cx } from "@/components/ui/class-names";
import type { CallLine } from "@/lib/operations/views/calls";

/** A call's status, and whether it is stuck or was put right by a reconcile. */
export function CallBadge({
  status,
  stuck,
  reconciled,
}: Pick<CallLine, "status" | "stuck"> & { reconciled?: boolean }) {
  const isBad = stuck || status === "failed";
  return (
    <span className="inline-flex gap-1.5">
      <Badge isBad={isBad}>{stuck ? `stuck: ${status}` : status}</Badge>
      {reconciled ? <Badge>reconciled</Badge> : null}
    </span>
  );
}

function Badge({ isBad = false, children }: { isBad?: boolean; children: React.ReactNode }) {
  return (
    <span
      className={cx(
        "rounded-full px-2.5 py-0.5 text-xs font-semibold",
        isBad ? "bg-coral-wash text-danger" : "bg-sunken text-ink-soft",
      )}
    >
      {children}
    </span>
  );
}
