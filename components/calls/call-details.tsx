"use client";

import { useEffect } from "react";
import { CallActions } from "@/components/calls/call-actions";
import { CallFacts } from "@/components/calls/call-facts";
import { CallPeople } from "@/components/calls/call-people";
import { CallPicture } from "@/components/calls/call-picture";
import { CallRecordings } from "@/components/calls/call-recordings";
import { CallReports } from "@/components/calls/call-reports";
import { CallTimeline } from "@/components/calls/call-timeline";
import { CallsSubheader } from "@/components/calls/calls-header";
import { type CallWithRecordings, useCall } from "@/components/calls/use-call";
import { useViewer } from "@/components/shell/viewer-context";
import { cx } from "@/components/ui/class-names";
import { callName, outcomeWords } from "@/lib/calls/history/words";
import { stop } from "@/lib/player/player";

/** Everything there is to know of a call: who, when, how long, how well, and what was recorded. */
export function CallDetails({ initial }: { initial: CallWithRecordings }) {
  const { id: me } = useViewer();
  const { call, recordings, failed, remove } = useCall(initial);
  useEffect(() => stop, []);
  const name = callName(call, me);
  return (
    <>
      <CallsSubheader title="Call details" />
      <div className="flex flex-col items-center gap-1 px-4 pt-2 pb-5 text-center">
        <CallPicture call={call} me={me} size={92} />
        <h2 dir="auto" className="mt-3 text-2xl font-bold tracking-tight">
          {name}
        </h2>
        <p className={cx("text-ink-soft", call.outcome === "missed" && "text-danger")}>
          {outcomeWords(call, me)}
        </p>
        <CallActions call={call} me={me} name={name} />
      </div>
      {failed ? (
        <p role="alert" className="px-3 pb-3 text-sm font-medium text-danger">
          This could not be brought up to date. Check your connection.
        </p>
      ) : null}
      <div className="flex flex-col gap-4">
        <CallFacts call={call} me={me} />
        <CallRecordings recordings={recordings} me={me} onDelete={remove} />
        <CallPeople call={call} me={me} />
        <CallTimeline call={call} me={me} recordings={recordings} />
        {call.matchId ? <CallReports call={call} me={me} matchId={call.matchId} /> : null}
      </div>
    </>
  );
}
