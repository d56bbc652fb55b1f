"use client";

import { Phone } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import {
  CallByPhoneDialog,
  type PhoneMatch,
} from "@/components/phone/by-phone/call-by-phone-dialog";
import { Avatar } from "@/components/ui/avatar";
import { buttonClass, iconButtonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import type { MatchSummary } from "@/lib/chat/types";

interface MatchesToCallProps {
  matches: readonly MatchSummary[];
  /** Whether this installation can call telephones at all. */
  hasTelephony: boolean;
}

/** In place of the pad where numbers outside of Duet cannot be called: who can be. */
export function MatchesToCall({ matches, hasTelephony }: MatchesToCallProps) {
  const [chosen, setChosen] = useState<PhoneMatch | null>(null);
  const pairs = matches.flatMap(({ id, isGroup, people }): PhoneMatch[] => {
    const [person] = people;
    return person && !isGroup ? [{ matchId: id, person }] : [];
  });
  if (pairs.length === 0 || !hasTelephony) {
    return (
      <EmptyState
        title={hasTelephony ? "Nobody to call yet" : "No phone calls here"}
        action={
          <Link href="/matches" className={buttonClass("primary")}>
            Your matches
          </Link>
        }
      >
        <p>
          {hasTelephony
            ? "Once you have a match, you can call each other's phones. Neither of you sees the other's number."
            : "Phone calls are not set up in this installation. You can call your matches by voice and video."}
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      <p className="px-2 pt-2 pb-4 text-pretty text-ink-soft">
        Only matches can be called from here, not other numbers. Neither of you sees the other's
        number.
      </p>
      <ul className="flex flex-col gap-1">
        {pairs.map((pair) => (
          <li
            key={pair.matchId}
            className="flex min-h-16 items-center gap-3.5 rounded-2xl px-3 hover:bg-sunken"
          >
            <Avatar profileId={pair.person.id} name={pair.person.name} size={46} />
            <span dir="auto" className="min-w-0 flex-1 truncate text-lg font-semibold">
              {pair.person.name}
            </span>
            <button
              type="button"
              className={iconButtonClass("bg-mine-wash text-link!")}
              onClick={() => setChosen(pair)}
            >
              <Phone aria-hidden="true" size={20} />
              <span className="sr-only">Call {pair.person.name}</span>
            </button>
          </li>
        ))}
      </ul>
      {chosen ? (
        <CallByPhoneDialog
          key={chosen.matchId}
          {...chosen}
          open
          onOpenChange={() => setChosen(null)}
        />
      ) : null}
    </>
  );
}
