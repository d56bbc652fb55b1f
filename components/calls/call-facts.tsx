"use client";

import { DetailsCard } from "@/components/calls/details-card";
import { useClock } from "@/components/shell/clock";
import { connectionWords } from "@/lib/calls/history/connection";
import type { RememberedCall } from "@/lib/calls/history/types";
import { callerName, kindWords } from "@/lib/calls/history/words";
import { durationWords } from "@/lib/time/duration";
import { toDate } from "@/lib/time/instant";
import { clockTime, dayWords } from "@/lib/time/words";

/** When, who, how long, how well. */
export function CallFacts({ call, me }: { call: RememberedCall; me: string }) {
  const { now, place } = useClock();
  const at = toDate(call.startedAt);
  const kind = kindWords(call);
  const facts: [name: string, value: string][] = [
    ["When", `${dayWords(at, now, place)}, ${clockTime(at, place)}`],
    ["Kind", `${kind.charAt(0).toUpperCase()}${kind.slice(1)}${call.isGroup ? " in a group" : ""}`],
    ["Called by", callerName(call, me)],
    ["Length", lengthWords(call)],
    ...(call.outcome === "answered"
      ? [["Your connection", connectionWords(call.quality)] satisfies [string, string]]
      : []),
  ];
  return (
    <DetailsCard title="About this call">
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="text-right font-medium">{value}</dd>
          </div>
        ))}
      </dl>
    </DetailsCard>
  );
}

function lengthWords({ durationSeconds, outcome }: RememberedCall): string {
  if (outcome === "live") return "Still going on";
  return durationSeconds ? durationWords(durationSeconds) : "Nobody talked";
}
