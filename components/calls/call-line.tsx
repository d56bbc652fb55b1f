"use client";

import Link from "next/link";
import { callIcon } from "@/components/calls/call-icon";
import { useClock } from "@/components/shell/clock";
import { cx } from "@/components/ui/class-names";
import type { RememberedCall } from "@/lib/calls/history/types";
import { outcomeWords } from "@/lib/calls/history/words";
import { toDate } from "@/lib/time/instant";
import { shortWhen } from "@/lib/time/words";

/** A call in a list of calls with one person: what became of it, when, and the way to its details. */
export function CallLine({ call, me }: { call: RememberedCall; me: string }) {
  const { now, place } = useClock();
  const missed = call.outcome === "missed";
  const Icon = callIcon(call);
  return (
    <li>
      <Link
        href={`/calls/${call.sid}`}
        prefetch={false}
        className="flex min-h-12 items-center gap-3 rounded-2xl px-3 hover:bg-sunken"
      >
        <Icon
          aria-hidden="true"
          size={18}
          className={cx("shrink-0", missed ? "text-danger" : "text-ink-soft")}
        />
        <span className={cx("min-w-0 flex-1 truncate font-medium", missed && "text-danger")}>
          {outcomeWords(call, me)}
        </span>
        <time dateTime={call.startedAt} className="shrink-0 text-sm text-ink-soft">
          {shortWhen(toDate(call.startedAt), now, place)}
        </time>
      </Link>
    </li>
  );
}
