import Link from "next/link";
import { cx } from "@/components/ui/class-names";

/** Which reports the list shows. */
export const reportViews = [
  { key: "waiting", name: "Waiting", states: ["open", "reviewing"] },
  { key: "actioned", name: "Acted on", states: ["actioned"] },
  { key: "dismissed", name: "Dismissed", states: ["dismissed"] },
  { key: "all", name: "All", states: undefined },
] as const;

/** Links to the views of the list. */
export function ReportFilter({ current }: { current: string }) {
  return (
    <nav aria-label="Reports" className="flex gap-1.5 overflow-x-auto pb-1">
      {reportViews.map(({ key, name }) => (
        <Link
          key={key}
          href={key === "waiting" ? "/admin" : `/admin?view=${key}`}
          aria-current={key === current ? "page" : undefined}
          className={cx(
            "inline-flex min-h-11 shrink-0 items-center rounded-full px-4 font-semibold",
            key === current ? "bg-mine text-on-mine" : "bg-surface text-ink hover:bg-sunken",
          )}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
