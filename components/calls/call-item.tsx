"use client";

import Link from "next/link";
import { CallBackButton } from "@/components/calls/call-back-button";
import { callIcon } from "@/components/calls/call-icon";
import { CallPicture } from "@/components/calls/call-picture";
import { useClock } from "@/components/shell/clock";
import { cx } from "@/components/ui/class-names";
import type { RememberedCall } from "@/lib/calls/history/types";
import { callName, outcomeWords } from "@/lib/calls/history/words";
import { toDate } from "@/lib/time/instant";
import { clockTime } from "@/lib/time/words";

/** A call in the list: with whom, what became of it, when, its details, and a way to call back. */
export function CallItem({ call, me }: { call: RememberedCall; me: string }) {
  const { place } = useClock();
  const missed = call.outcome === "missed";
  const Icon = callIcon(call);
  return (
    <li className="flex items-center gap-1">
      <Link
        href={`/calls/${call.sid}`}
        prefetch={false}
        className="flex min-h-18 min-w-0 flex-1 items-center gap-3.5 rounded-2xl px-3 py-1.5 hover:bg-sunken"
      >
        <CallPicture call={call} me={me} size={46} />
        {/* Where there is no room beside the name, the time stands below. */}
        <span className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 max-[24rem]:grid-cols-1">
          <span
            dir="auto"
            className={cx("truncate text-[1.0625rem] font-semibold", missed && "text-danger")}
          >
            {callName(call, me)}
          </span>
          <span className="col-start-1 flex min-w-0 items-center gap-1.5 text-sm text-ink-soft">
            <Icon
              aria-hidden="true"
              size={15}
              className={cx("shrink-0", missed && "text-danger")}
            />
            <span className="truncate">{outcomeWords(call, me)}</span>
          </span>
          <time
            dateTime={call.startedAt}
            className="text-xs text-ink-soft min-[24.01rem]:col-start-2 min-[24.01rem]:row-span-2 min-[24.01rem]:row-start-1"
          >
            {clockTime(toDate(call.startedAt), place)}
          </time>
        </span>
      </Link>
      <CallBackButton call={call} me={me} />
    </li>
  );
}
