"use client";

import { UsersRound } from "lucide-react";
import Link from "next/link";
import { PeerPicture } from "@/components/call/peer-picture";
import { ChartCard } from "@/components/calls/figures/chart-card";
import type { CallFigures } from "@/lib/calls/call-figures";
import { countOf, figureName } from "@/lib/calls/history/figure-words";
import { pathOf } from "@/lib/calls/history/filters";
import { durationWords } from "@/lib/time/duration";

type People = CallFigures["people"];

/** With whom the calls were, most first. */
export function PeopleChart({ people }: { people: People }) {
  const most = Math.max(1, ...people.map(({ calls }) => calls));
  return (
    <ChartCard
      title="People"
      summary={summaryOf(people)}
      columns={["With", "Calls", "Answered", "Talked"]}
      rows={people.map((one) => [
        ...[figureName(one), one.calls, one.answered],
        one.talkSeconds > 0 ? durationWords(one.talkSeconds) : "–",
      ])}
    >
      <ul className="flex flex-col gap-1">
        {people.map((one) => (
          <li key={one.id ?? figureName(one)}>
            <PersonBar one={one} share={one.calls / most} />
          </li>
        ))}
      </ul>
    </ChartCard>
  );
}

function summaryOf([first, second]: People): string {
  if (!first) return "Nobody yet";
  if (!second) return `All with ${figureName(first)}`;
  return first.calls > second.calls ? `Most with ${figureName(first)}` : "Nobody more than others";
}

function PersonBar({ one, share }: { one: People[number]; share: number }) {
  const name = figureName(one);
  const talked = one.talkSeconds > 0 ? `, ${durationWords(one.talkSeconds)}` : "";
  const line = "flex min-h-13 items-center gap-3 rounded-2xl px-1";
  const inside = (
    <>
      {one.isGroup ? (
        <span
          aria-hidden="true"
          className="grid size-9 shrink-0 place-items-center rounded-full bg-theirs text-on-theirs"
        >
          <UsersRound size={17} />
        </span>
      ) : (
        <PeerPicture profileId={one.id} name={name} size={36} />
      )}
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline justify-between gap-3">
          <span dir="auto" className="truncate font-medium">
            {name}
          </span>
          <span className="shrink-0 text-sm text-ink-soft">
            {countOf(one.calls)}
            {talked}
          </span>
        </span>
        <span aria-hidden="true" className="mt-1 block h-2 overflow-hidden rounded-full bg-sunken">
          <span
            className="block h-full rounded-full bg-mark-one"
            style={{ width: `${Math.max(2, share * 100)}%` }}
          />
        </span>
      </span>
    </>
  );
  if (!one.id) return <div className={line}>{inside}</div>;
  const path = pathOf(one.isGroup ? { group: one.id } : { person: one.id });
  return (
    <Link href={path} className={`${line} hover:bg-sunken`}>
      {inside}
    </Link>
  );
}
