import { cx } from "@/components/ui/class-names";

/** The shape of something that is on its way. Give it the size of the real thing. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx("block animate-shimmer rounded-full bg-line", className)}
    />
  );
}
