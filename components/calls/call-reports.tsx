"use client";

import { Flag } from "lucide-react";
import { ReportButton } from "@/components/safety/report-button";
import type { RememberedCall } from "@/lib/calls/history/types";
import { othersOf } from "@/lib/calls/history/words";

interface CallReportsProps {
  call: RememberedCall;
  me: string;
  /** The match of the call. */
  matchId: string;
}

/** Reports who was in a call, for what happened in it. */
export function CallReports({ call, me, matchId }: CallReportsProps) {
  return (
    <div className="flex flex-wrap justify-center gap-x-2">
      {othersOf(call, me).map(({ id, name }) => (
        <ReportButton key={id} profileId={id} name={name} matchId={matchId} callSid={call.sid}>
          <Flag aria-hidden="true" size={18} />
          <span>
            Report <span dir="auto">{name}</span>
          </span>
        </ReportButton>
      ))}
    </div>
  );
}
