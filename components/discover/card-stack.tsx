"use client";

import { SwipeCard } from "@/components/discover/swipe-card";
import type { Card } from "@/lib/discovery/card";
import type { Decision } from "@/lib/discovery/deck";

/** A card on its way out. */
export interface Leaving {
  card: Card;
  kind: Decision;
}

interface CardStackProps {
  cards: readonly Card[];
  leaving: readonly Leaving[];
  onDecide: (kind: Decision) => void;
  onGone: (id: string) => void;
}

/** Who is shown, with the next one behind, so that their picture is there in time. */
export function CardStack({ cards, leaving, onDecide, onGone }: CardStackProps) {
  const shown = cards.slice(0, 2).reverse();
  const going = leaving.filter(({ card }) => !shown.some(({ id }) => id === card.id));
  // One list, in which a card that is decided about stays the element that was dragged.
  const all = [...shown.map((card) => ({ card, kind: null })), ...going];
  return (
    <div className="relative min-h-0 flex-1">
      {all.map(({ card, kind }) => (
        <SwipeCard
          key={card.id}
          card={card}
          current={card.id === cards[0]?.id}
          leaving={kind}
          onDecide={onDecide}
          onGone={() => onGone(card.id)}
        />
      ))}
    </div>
  );
}
