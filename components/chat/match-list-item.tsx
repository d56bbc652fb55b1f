"use client";

import { PhoneIncoming, PhoneMissed } from "lucide-react";
import { usePermission } from "@/components/call/permission/use-permission";
import { MatchAvatar } from "@/components/chat/match-avatar";
import { useMatchPresence } from "@/components/chat/use-presence";
import { useClock } from "@/components/shell/clock";
import { useViewer } from "@/components/shell/viewer-context";
import { cx } from "@/components/ui/class-names";
import { PageLink } from "@/components/ui/page-link";
import { wishWords } from "@/lib/calls/client/permission/wish";
import { isMissed, previewWords } from "@/lib/chat/call-words";
import { matchName } from "@/lib/chat/match-name";
import type { MatchSummary } from "@/lib/chat/types";
import { toDate } from "@/lib/time/instant";
import { shortWhen } from "@/lib/time/words";

interface MatchListItemProps {
  match: MatchSummary;
  /** Its thread is open. */
  current: boolean;
}

/** A match in the list: who, what was last said and when, and how much of it is unread. */
export function MatchListItem({ match, current }: MatchListItemProps) {
  const { now, place } = useClock();
  const viewer = useViewer();
  const { online } = useMatchPresence(match);
  const name = matchName(match);
  const { lastMessage } = match;
  const unread = current ? 0 : match.unreadCount;
  const wanted = usePermission(match.id)?.wanted;
  const missed = !wanted && lastMessage?.call && isMissed(lastMessage.call, viewer.id);
  const preview = lastMessage
    ? previewWords(lastMessage, viewer, match)
    : "You matched. Say hello!";

  return (
    <PageLink
      href={`/matches/${match.id}`}
      aria-current={current ? "page" : undefined}
      className={cx(
        "flex min-h-20 items-center gap-3.5 rounded-2xl px-3 transition-colors duration-150",
        current ? "bg-mine-wash" : "hover:bg-sunken",
      )}
    >
      <MatchAvatar match={match} size={56} online={online} />
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className="flex items-baseline justify-between gap-3">
          <span dir="auto" className="truncate font-display text-lg font-bold tracking-tight">
            {name}
          </span>
          <span
            className={cx("shrink-0 text-xs", unread ? "font-semibold text-link" : "text-ink-soft")}
          >
            {shortWhen(toDate(match.lastActivityAt), now, place)}
          </span>
        </span>
        <span className="flex items-center justify-between gap-3">
          <span
            dir="auto"
            className={cx(
              "flex min-w-0 items-center gap-1.5 text-[0.9375rem]",
              missed && "text-danger",
              wanted && "text-link",
              unread || wanted ? "font-semibold" : !missed && "text-ink-soft",
            )}
          >
            {wanted ? <PhoneIncoming aria-hidden="true" size={15} className="shrink-0" /> : null}
            {missed ? <PhoneMissed aria-hidden="true" size={15} className="shrink-0" /> : null}
            <span className="truncate">{wanted ? wishWords(wanted) : preview}</span>
          </span>
          {unread > 0 ? <Unread count={unread} /> : null}
        </span>
        {online ? <span className="sr-only">Online</span> : null}
      </span>
    </PageLink>
  );
}

function Unread({ count }: { count: number }) {
  return (
    <span className="grid h-5.5 min-w-5.5 shrink-0 place-items-center rounded-full bg-coral px-1.5 text-xs font-bold text-on-coral">
      {count > 99 ? "99+" : count}
      <span className="sr-only"> unread</span>
    </span>
  );
}
