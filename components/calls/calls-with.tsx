"use client";

import Link from "next/link";
import { useState } from "react";
import { CallLine } from "@/components/calls/call-line";
import { useCalls } from "@/components/calls/use-calls";
import { useViewer } from "@/components/shell/viewer-context";
import { buttonClass } from "@/components/ui/button-class";
import { Skeleton } from "@/components/ui/skeleton";
import { TryAgain } from "@/components/ui/try-again";
import { noFilters, pathOf } from "@/lib/calls/history/filters";

/** As many as fit beside everything else on a person's page. */
const most = 4;

interface CallsWithProps {
  /** The other person. */
  profileId: string;
}

/** The newest calls with one person, and the way to all of them. */
export function CallsWith({ profileId }: CallsWithProps) {
  const { id: me } = useViewer();
  const [filters] = useState({ ...noFilters, person: profileId });
  const { page, failed, refresh } = useCalls(filters, undefined);
  if (!page) return failed ? <NotLoaded onTry={refresh} /> : <Loading />;
  if (page.calls.length === 0) {
    return <p className="text-ink-soft">You two have not called each other yet.</p>;
  }
  return (
    <div className="flex flex-col gap-2">
      <ul aria-label="Newest calls" className="-mx-3 flex flex-col">
        {page.calls.slice(0, most).map((call) => (
          <CallLine key={call.sid} call={call} me={me} />
        ))}
      </ul>
      {page.calls.length > most ? (
        <Link href={pathOf(filters)} className={buttonClass("quiet", "self-start")}>
          All calls
        </Link>
      ) : null}
    </div>
  );
}

function Loading() {
  return (
    <div role="status" aria-label="Loading your calls" className="flex flex-col gap-3 py-2">
      <Skeleton className="h-4 w-48" />
      <Skeleton className="h-4 w-40" />
    </div>
  );
}

function NotLoaded({ onTry }: { onTry: () => Promise<void> }) {
  return (
    <div className="flex flex-col items-start gap-3">
      <p role="alert" className="text-ink-soft">
        Your calls did not load.
      </p>
      <TryAgain look="quiet" onTry={onTry} />
    </div>
  );
}
