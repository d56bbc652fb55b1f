"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { CallFilterBar } from "@/components/calls/call-filter-bar";
import { CallItem } from "@/components/calls/call-item";
import { CallsSkeleton } from "@/components/calls/calls-skeleton";
import { NoCalls } from "@/components/calls/no-calls";
import { useCalls } from "@/components/calls/use-calls";
import { useSeen } from "@/components/calls/use-seen";
import { useClock } from "@/components/shell/clock";
import { useViewer } from "@/components/shell/viewer-context";
import { cx } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { ListEnd } from "@/components/ui/list-end";
import { TryAgain } from "@/components/ui/try-again";
import { groupByDay } from "@/lib/calls/history/days";
import { type CallFilters, pathOf, readFilters } from "@/lib/calls/history/filters";
import type { CallPage } from "@/lib/calls/history/types";
import { callName } from "@/lib/calls/history/words";

interface CallHistoryProps {
  /** The filters that the server has read, and what it has fetched for them; null when it could not. */
  served: { filters: CallFilters; page: CallPage | null };
}

/** Every call of the person, newest first, by day, each with its details and a way to call back. */
export function CallHistory({ served }: CallHistoryProps) {
  const { id: me } = useViewer();
  const { now, place } = useClock();
  const address = useSearchParams();
  // On the way back, the page is as it was served, while the address has what was chosen since.
  const [filters, setFilters] = useState(() => readFilters(new URLSearchParams(address)));
  const fits = pathOf(filters) === pathOf(served.filters);
  const { page, failed, busy, stale, refresh, more } = useCalls(
    filters,
    fits ? served.page : undefined,
  );
  const isWhole = pathOf({ ...filters, show: "all" }) === "/calls";
  useSeen(isWhole && ["all", "missed"].includes(filters.show) ? page : null);
  const [known] = page?.calls ?? [];
  // Kept while a filter leaves nothing of theirs.
  const [withName, setWithName] = useState<string | null>(null);
  const name =
    known && !stale && (filters.person ?? filters.group) ? callName(known, me) : withName;
  if (name !== withName) setWithName(name);

  // The address keeps the filters for a reload and the way back from a call's details.
  useEffect(() => {
    const path = pathOf(filters);
    if (path !== `${location.pathname}${location.search}`) history.replaceState(null, "", path);
  }, [filters]);

  return (
    <>
      <CallFilterBar filters={filters} withName={withName} onChange={setFilters} />
      <p role="status" className="sr-only">
        {stale || !page ? "" : countWords(page)}
      </p>
      {page ? null : failed ? (
        <EmptyState title="Your calls did not load" action={<TryAgain onTry={refresh} />}>
          <p role="alert">Your connection may be down, or ours. Nothing is lost.</p>
        </EmptyState>
      ) : (
        <CallsSkeleton />
      )}
      {page?.calls.length === 0 && !stale ? (
        <NoCalls filters={filters} onReset={setFilters} />
      ) : null}
      <div
        aria-busy={stale}
        className={cx("flex flex-col transition-opacity duration-150", stale && "opacity-50")}
      >
        {groupByDay(page?.calls ?? [], now, place).map(({ key, title, calls }) => (
          <section key={key} aria-labelledby={`day-${key}`}>
            <h2
              id={`day-${key}`}
              className="sticky top-0 z-5 bg-paper/95 px-3 pt-4 pb-1 text-sm font-bold text-ink-soft"
            >
              {title}
            </h2>
            <ul aria-labelledby={`day-${key}`} className="flex flex-col">
              {calls.map((call) => (
                <CallItem key={call.sid} call={call} me={me} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {page ? (
        <ListEnd
          failed={failed}
          hasMore={page.next !== null && !stale}
          busy={busy}
          onMore={() => void more()}
        />
      ) : null}
    </>
  );
}

function countWords({ calls, next }: CallPage): string {
  if (calls.length === 0) return "No calls";
  if (next) return `The newest ${calls.length} calls`;
  return calls.length === 1 ? "One call" : `${calls.length} calls`;
}
