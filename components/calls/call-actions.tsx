"use client";

import { MessageCircle, Phone, Video } from "lucide-react";
import Link from "next/link";
import { useId } from "react";
import { callBack } from "@/components/calls/call-back";
import { useWhyNotPhone } from "@/components/phone/use-why-not-phone";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { pathOf } from "@/lib/calls/history/filters";
import type { RememberedCall } from "@/lib/calls/history/types";
import { callBackOf, othersOf } from "@/lib/calls/history/words";

interface CallActionsProps {
  call: RememberedCall;
  me: string;
  name: string;
}

/** What can be done after a call: call again, write, look at the other calls with them. */
export function CallActions({ call, me, name }: CallActionsProps) {
  const reason = useWhyNotPhone(call.matchId);
  const reasonId = useId();
  const back = callBackOf(call, me);
  const isVideo = call.kind === "video";
  const Icon = isVideo ? Video : Phone;
  return (
    <div className="mt-4 flex flex-wrap items-center justify-center gap-2.5">
      {back ? (
        <Button
          aria-disabled={reason ? true : undefined}
          aria-describedby={reason ? reasonId : undefined}
          title={reason ?? undefined}
          onClick={() => {
            if (!reason) void callBack(back, call, me);
          }}
        >
          <Icon aria-hidden="true" size={19} />
          {isVideo ? "Video call" : "Call"}
          <span className="sr-only"> {name}</span>
        </Button>
      ) : null}
      <span id={reasonId} className="sr-only">
        {reason}
      </span>
      {call.matchId ? (
        <>
          <Link href={`/matches/${call.matchId}`} className={buttonClass("quiet")}>
            <MessageCircle aria-hidden="true" size={19} />
            Message
          </Link>
          <Link href={allCallsPath(call, call.matchId, me)} className={buttonClass("ghost")}>
            All calls<span className="sr-only"> with {name}</span>
          </Link>
        </>
      ) : null}
    </div>
  );
}

function allCallsPath(call: RememberedCall, matchId: string, me: string): string {
  const [person] = othersOf(call, me);
  return pathOf(call.isGroup || !person ? { group: matchId } : { person: person.id });
}
