import { cx } from "@/components/ui/class-names";

interface FigureTableProps {
  title: string;
  columns: readonly string[];
  /** The first cell names the row. */
  rows: readonly (readonly (string | number)[])[];
}

/** Figures as a table, which scrolls when it is long. */
export function FigureTable({ title, columns, rows }: FigureTableProps) {
  return (
    <section
      aria-label={`${title}, table`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse must be able to scroll it
      tabIndex={0}
      className="max-h-80 overflow-y-auto rounded-xl"
    >
      <table className="w-full border-collapse text-sm tabular-nums">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr className="sticky top-0 bg-surface text-left text-ink-soft">
            {columns.map((name, n) => (
              <th
                key={name}
                scope="col"
                className={cx("py-2 font-semibold", n > 0 && "pl-3 text-right")}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows may share a name; the order is fixed
            <tr key={n} className="border-t border-line">
              <th scope="row" dir="auto" className="py-2 text-left font-medium">
                {name}
              </th>
              {cells.map((cell, place) => (
                <td key={columns[place + 1]} className="py-2 pl-3 text-right">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
