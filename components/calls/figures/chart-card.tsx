"use client";

import { Table2 } from "lucide-react";
import { useId, useState } from "react";
import { FigureTable } from "@/components/calls/figures/figure-table";
import { cx } from "@/components/ui/class-names";

interface ChartCardProps {
  title: string;
  /** What the chart says, in a sentence: read out in its place, and shown above it. */
  summary: string;
  /** Names of the columns of the table, and its rows; the first cell names the row. */
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
  /** The chart: decorative, since the table has the same numbers. */
  children: React.ReactNode;
}

/** A chart that can be read as a table. */
export function ChartCard({ title, summary, columns, rows, children }: ChartCardProps) {
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-card bg-surface p-5 shadow-lift">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 id={id} className="text-lg font-bold tracking-tight">
            {title}
          </h2>
          <p className="text-sm text-ink-soft">{summary}</p>
        </div>
        <button
          type="button"
          aria-label={`Show as table: ${title}`}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
          className={cx(
            "inline-flex min-h-11 shrink-0 items-center gap-1.5 rounded-full px-3.5 text-sm font-semibold",
            asTable ? "bg-mine text-on-mine" : "bg-sunken text-ink-soft hover:text-ink",
          )}
        >
          <Table2 aria-hidden="true" size={16} />
          <span className="md:hidden">Table</span>
          <span className="max-md:hidden">Show as table</span>
        </button>
      </div>
      <div className="mt-4">
        {asTable ? <FigureTable title={title} columns={columns} rows={rows} /> : children}
      </div>
    </section>
  );
}
