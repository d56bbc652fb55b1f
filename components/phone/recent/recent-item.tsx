"use client";

import Link from "next/link";
import { PeerPicture } from "@/components/call/peer-picture";
import { CallBackButton } from "@/components/phone/recent/call-back-button";
import { recentIcon } from "@/components/phone/recent/recent-icon";
import { useClock } from "@/components/shell/clock";
import { AvatarStack } from "@/components/ui/avatar-stack";
import { cx } from "@/components/ui/class-names";
import type { RecentCall } from "@/lib/calls/recent/types";
import { recentName, recentWords } from "@/lib/calls/recent/words";
import { isMissed } from "@/lib/chat/call-words";
import { toDate } from "@/lib/time/instant";
import { shortWhen } from "@/lib/time/words";

const size = 46;

/** A call in the list: with whom, what became of it, when, and a way to call back. */
export function RecentItem({ call, me }: { call: RecentCall; me: string }) {
  const { now, place } = useClock();
  const missed = isMissed(call, me);
  const name = recentName(call);
  const Icon = recentIcon(call, me, missed);
  const [person] = call.people;
  const about = (
    <>
      {call.isGroup && call.people.length > 1 ? (
        <AvatarStack people={call.people} size={size} />
      ) : (
        <PeerPicture
          profileId={call.dialled ? null : (person?.id ?? null)}
          name={name}
          size={size}
        />
      )}
      <span className="min-w-0 flex-1">
        <span
          dir="auto"
          className={cx("block truncate text-[1.0625rem] font-semibold", missed && "text-danger")}
        >
          {name}
        </span>
        <span className="flex items-center gap-1.5 text-sm text-ink-soft">
          <Icon aria-hidden="true" size={15} className={cx("shrink-0", missed && "text-danger")} />
          <span className="truncate">{recentWords(call, me)}</span>
        </span>
      </span>
      <span className="shrink-0 text-xs text-ink-soft">
        {shortWhen(toDate(call.startedAt), now, place)}
      </span>
    </>
  );
  const line = "flex min-h-18 min-w-0 flex-1 items-center gap-3.5 rounded-2xl px-3";
  return (
    <li className="flex items-center gap-1">
      {call.matchId ? (
        <Link href={`/matches/${call.matchId}`} className={cx(line, "hover:bg-sunken")}>
          {about}
        </Link>
      ) : (
        <div className={line}>{about}</div>
      )}
      <CallBackButton call={call} name={name} />
    </li>
  );
}
