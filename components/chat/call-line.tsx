"use client";

import { Phone, PhoneIncoming, PhoneMissed, PhoneOff, PhoneOutgoing, Video } from "lucide-react";
import { useClock } from "@/components/shell/clock";
import { useViewer } from "@/components/shell/viewer-context";
import { cx } from "@/components/ui/class-names";
import { PageLink } from "@/components/ui/page-link";
import { callLineWords, isMissed } from "@/lib/chat/call-words";
import type { CallSummary, MatchSummary } from "@/lib/chat/types";
import { toDate } from "@/lib/time/instant";
import { clockTime } from "@/lib/time/words";

interface CallLineProps {
  match: MatchSummary;
  call: CallSummary;
  /** Timestamp of the line. */
  at: string;
}

/** What a call has left in the thread, and the way to its details. */
export function CallLine({ match, call, at }: CallLineProps) {
  const viewer = useViewer();
  const { place } = useClock();
  const missed = isMissed(call, viewer.id);
  const Icon = iconOf(call, viewer.id, missed);
  return (
    <PageLink
      href={call.sid ? `/calls/${call.sid}` : "/calls"}
      prefetch={false}
      className={cx(
        "my-3 flex min-h-11 items-center gap-2.5 self-center rounded-full px-4 text-[0.9375rem] font-medium",
        missed ? "bg-coral-wash text-danger" : "bg-sunken text-ink hover:bg-line",
      )}
    >
      <Icon aria-hidden="true" size={17} />
      <span>{callLineWords(call, viewer.id, match)}</span>
      <span className={cx("text-xs", !missed && "text-ink-soft")}>
        {clockTime(toDate(at), place)}
      </span>
    </PageLink>
  );
}

function iconOf(call: CallSummary, viewerId: string, missed: boolean) {
  if (missed) return PhoneMissed;
  if (call.kind === "video") return Video;
  if (call.endReason === "declined") return PhoneOff;
  if (call.callerId === null) return Phone;
  return call.callerId === viewerId ? PhoneOutgoing : PhoneIncoming;
}
