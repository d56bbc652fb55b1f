import Link from "next/link";
import { cx } from "@/components/ui/class-names";

interface FactsProps {
  facts: readonly {
    name: string;
    value: string | number;
    isBad?: boolean;
    /** Where there is more of it. */
    href?: string;
  }[];
}

/** A few figures, large; each leads to what it counts, where there is such a page. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {facts.map(({ name, value, isBad, href }) => (
        <div
          key={name}
          className={cx(
            "relative flex flex-col-reverse rounded-card bg-surface p-4 shadow-lift",
            href && "hover:bg-sunken",
          )}
        >
          <dt className="text-sm text-ink-soft">{name}</dt>
          <dd
            className={cx(
              "text-2xl font-extrabold tracking-tight tabular-nums",
              isBad ? "text-danger" : href && "text-link",
            )}
          >
            {href ? (
              <Link
                href={href}
                aria-label={`${name}: ${value}`}
                className="after:absolute after:inset-0 after:rounded-card focus-visible:outline-none focus-visible:after:outline-3 focus-visible:after:outline-offset-2 focus-visible:after:outline-link"
              >
                {value}
              </Link>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
