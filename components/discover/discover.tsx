"use client";

import { useState, useSyncExternalStore } from "react";
import { CardStack, type Leaving } from "@/components/discover/card-stack";
import { DecisionButtons } from "@/components/discover/decision-buttons";
import { DiscoverHeader } from "@/components/discover/discover-header";
import { FiltersDialog } from "@/components/discover/filters-dialog";
import { MatchDialog } from "@/components/discover/match-dialog";
import { NobodyLeft } from "@/components/discover/nobody-left";
import { StackSkeleton } from "@/components/discover/stack-skeleton";
import { useDecisionKeys } from "@/components/discover/use-decision-keys";
import { EmptyState } from "@/components/ui/empty-state";
import { TryAgain } from "@/components/ui/try-again";
import type { Card } from "@/lib/discovery/card";
import { createDeck, type Decision } from "@/lib/discovery/deck";
import { deckApi } from "@/lib/discovery/deck-api";
import { isNarrow, type Preferences } from "@/lib/discovery/preferences";

interface DiscoverProps {
  /** Null when the server could not fetch them. */
  initial: Card[] | null;
  preferences: Preferences;
}

const done: Record<Decision, string> = { like: "liked", pass: "passed" };

/** One person after another, to like or to pass. */
export function Discover({ initial, preferences: saved }: DiscoverProps) {
  const [deck] = useState(() => createDeck(deckApi, initial));
  const state = useSyncExternalStore(deck.subscribe, deck.getSnapshot, deck.getSnapshot);
  const [preferences, setPreferences] = useState(saved);
  const [leaving, setLeaving] = useState<readonly Leaving[]>([]);
  const [filtering, setFiltering] = useState(false);
  const [said, setSaid] = useState("");
  const { cards, passed, match, problem, phase } = state;

  function decide(kind: Decision) {
    const card = deck.decide(kind);
    if (!card) return;
    setLeaving((others) => [...others.filter((one) => one.card.id !== card.id), { card, kind }]);
    const [next] = deck.getSnapshot().cards;
    setSaid(`You ${done[kind]} ${card.name}.${next ? ` Next: ${next.name}, ${next.age}.` : ""}`);
  }
  function undo() {
    const card = deck.undo();
    if (card) setSaid(`${card.name} is back.`);
  }
  useDecisionKeys({
    paused: filtering || match !== null,
    onLike: () => decide("like"),
    onPass: () => decide("pass"),
    onUndo: undo,
  });

  return (
    <div className="safe-top mx-auto flex h-full w-full max-w-5xl flex-col px-4 md:px-8">
      <DiscoverHeader preferences={preferences} onFilters={() => setFiltering(true)} />
      {cards.length > 0 || leaving.length > 0 ? (
        <CardStack
          cards={cards}
          leaving={leaving}
          onDecide={decide}
          onGone={(id) => setLeaving((all) => all.filter(({ card }) => card.id !== id))}
        />
      ) : phase === "loading" ? (
        <StackSkeleton />
      ) : (
        <div className="grid min-h-0 flex-1 place-items-center">
          {phase === "failed" ? (
            <EmptyState title="Nobody could be loaded" action={<TryAgain onTry={deck.reload} />}>
              <p role="alert">Check your connection and try again.</p>
            </EmptyState>
          ) : (
            <NobodyLeft
              filtered={isNarrow(preferences)}
              onFilters={() => setFiltering(true)}
              onLookAgain={deck.reload}
            />
          )}
        </div>
      )}
      {problem ? (
        <p role="alert" className="pt-3 text-center text-sm font-medium text-danger">
          {problem}
        </p>
      ) : null}
      <p role="status" className="sr-only">
        {said}
      </p>
      {cards.length > 0 || passed ? (
        <DecisionButtons
          canDecide={cards.length > 0}
          canUndo={passed !== null}
          onDecide={decide}
          onUndo={undo}
        />
      ) : null}
      {filtering ? (
        <FiltersDialog
          open
          onOpenChange={setFiltering}
          saved={preferences}
          onSaved={(next) => {
            setPreferences(next);
            void deck.reload();
          }}
        />
      ) : null}
      <MatchDialog match={match} onClose={deck.closeMatch} />
    </div>
  );
}
