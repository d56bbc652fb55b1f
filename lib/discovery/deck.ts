import { createCell, type Observable } from "@/lib/cell";
import type { Card } from "@/lib/discovery/card";
import type { DeckApi } from "@/lib/discovery/deck-api";

export type Decision = "like" | "pass";

interface DeckState {
  /** Who is shown, and who comes next. */
  cards: readonly Card[];
  /** Who was passed last and can be brought back. */
  passed: Card | null;
  /** Who likes the person back, until they have been told. */
  match: { id: string; card: Card } | null;
  /** What went wrong with the last decision, in words. */
  problem: string | null;
  /** `loading` with cards fetches more behind them; `empty` means that nobody is left. */
  phase: "ready" | "loading" | "failed" | "empty";
}

export interface Deck extends Observable<DeckState> {
  /** Decides about the first card. @returns whom it was about; null when there is none */
  decide: (kind: Decision) => Card | null;
  /** Brings back who was passed last. @returns them; null when there is nobody */
  undo: () => Card | null;
  /** Fetches anew, for other preferences or after a failure. */
  reload: () => Promise<void>;
  /** The match has been told. */
  closeMatch: () => void;
}

/** So many are left when more are fetched. */
const fewLeft = 3;

/**
 * The people to decide about. A decision shows the next person at once and is sent behind it, one
 * after another; one that fails brings its person back.
 *
 * @param initial - what the server has rendered; null when it could not
 */
export function createDeck(api: DeckApi, initial: readonly Card[] | null): Deck {
  const cell = createCell<DeckState>({
    cards: initial ?? [],
    passed: null,
    match: null,
    problem: null,
    phase: initial === null ? "failed" : initial.length === 0 ? "empty" : "ready",
  });
  const patch = (change: Partial<DeckState>) => cell.update((state) => ({ ...state, ...change }));
  let queue: Promise<unknown> = Promise.resolve();
  /** About whom something was decided that the server may not know yet. */
  const decided = new Set<string>();

  const inOrder = <T>(step: () => Promise<T>): Promise<T> => {
    const work = queue.then(step);
    queue = work;
    return work;
  };

  function bringBack(card: Card, problem: string | null) {
    decided.delete(card.id);
    cell.update((state) => ({
      ...state,
      problem,
      cards: [card, ...state.cards.filter(({ id }) => id !== card.id)],
      passed: state.passed?.id === card.id ? null : state.passed,
      phase: "ready",
    }));
  }

  async function fetchMore() {
    const fetched = await api.fetchCards();
    if (!fetched) return patch({ phase: "failed" });
    cell.update((state) => {
      const known = new Set(state.cards.map(({ id }) => id));
      const more = fetched.filter(({ id }) => !known.has(id) && !decided.has(id));
      const cards = [...state.cards, ...more];
      return { ...state, cards, phase: cards.length === 0 ? "empty" : "ready" };
    });
  }

  async function send(card: Card, kind: Decision) {
    const answer = await api.decide(card.id, kind);
    if (answer.ok) {
      if (answer.matchId) patch({ match: { id: answer.matchId, card } });
    } else if (answer.gone) {
      if (cell.getSnapshot().passed?.id === card.id) patch({ passed: null });
    } else bringBack(card, answer.message);
  }

  function refill() {
    const { cards, phase } = cell.getSnapshot();
    if (cards.length > fewLeft || phase === "loading") return;
    patch({ phase: "loading" });
    void inOrder(fetchMore);
  }

  return {
    subscribe: cell.subscribe,
    getSnapshot: cell.getSnapshot,
    decide(kind) {
      const [card, ...rest] = cell.getSnapshot().cards;
      if (!card) return null;
      decided.add(card.id);
      const { passed } = cell.getSnapshot();
      patch({ cards: rest, passed: kind === "pass" ? card : passed, problem: null });
      void inOrder(() => send(card, kind));
      refill();
      return card;
    },
    undo() {
      const card = cell.getSnapshot().passed;
      if (!card) return null;
      bringBack(card, null);
      void inOrder(async () => {
        const answer = await api.undo(card.id);
        if (answer.ok) return;
        cell.update((state) => ({
          ...state,
          cards: state.cards.filter(({ id }) => id !== card.id),
          passed: card,
          problem: answer.message,
        }));
        refill();
      });
      return card;
    },
    reload() {
      patch({ cards: [], phase: "loading", problem: null });
      return inOrder(fetchMore);
    },
    closeMatch: () => patch({ match: null }),
  };
}
