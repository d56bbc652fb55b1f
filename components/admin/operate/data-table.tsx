import { NothingHere } from "@/components/admin/operate/nothing-here";
import { cx } from "@/components/ui/class-names";

interface Column<Row> {
  name: string;
  cell: (row: Row) => React.ReactNode;
  /** Figures stand to the right. */
  isFigure?: boolean;
}

interface DataTableProps<Row> {
  /** What it shows, for those who do not see it. */
  caption: string;
  /** The first names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  empty: string;
}

/** Rows of figures; on a narrow screen it scrolls sideways under its first column. */
export function DataTable<Row>({ caption, columns, rows, keyOf, empty }: DataTableProps<Row>) {
  if (rows.length === 0) return <NothingHere>{empty}</NothingHere>;
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse must be able to scroll it
      tabIndex={0}
      className="overflow-x-auto rounded-card bg-surface shadow-lift"
    >
      <table className="w-full border-collapse text-sm tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-left text-ink-soft">
            {columns.map(({ name, isFigure }, n) => (
              <th
                key={name}
                scope="col"
                className={cx(
                  "px-3 py-3 font-semibold whitespace-nowrap",
                  isFigure && "text-right",
                  n === 0 && "sticky left-0 bg-surface pl-4",
                )}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className="border-t border-line">
              {columns.map(({ name, cell, isFigure }, n) =>
                n === 0 ? (
                  <th
                    key={name}
                    scope="row"
                    className="sticky left-0 min-w-32 bg-surface py-2.5 pr-3 pl-4 text-left font-medium"
                  >
                    {cell(row)}
                  </th>
                ) : (
                  <td
                    key={name}
                    className={cx("px-3 py-2.5 whitespace-nowrap", isFigure && "text-right")}
                  >
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
