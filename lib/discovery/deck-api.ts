import { decodeAll } from "@/lib/chat/decode";
import { type Card, decodeCard } from "@/lib/discovery/card";
import { fieldsOf, textOf } from "@/lib/fields";
import { callApi } from "@/lib/http/call-api";

type Failure = {
  ok: false;
  /** For a person. */
  message: string;
  /** There is nobody any more to decide about. */
  gone: boolean;
};

/** What the deck asks of the server. It never throws. */
export interface DeckApi {
  /** Null when there was no answer. */
  fetchCards: () => Promise<Card[] | null>;
  decide: (
    id: string,
    kind: "like" | "pass",
  ) => Promise<{ ok: true; matchId: string | null } | Failure>;
  undo: (id: string) => Promise<{ ok: true } | Failure>;
}

export const deckApi: DeckApi = {
  async fetchCards() {
    const answer = await callApi("GET", "/api/discover");
    return answer.ok ? decodeAll(answer.data.cards, decodeCard) : null;
  },
  async decide(profileId, kind) {
    const answer = await callApi("POST", "/api/likes", { profileId, kind }, { keepalive: true });
    if (!answer.ok) return failure(answer.error);
    return { ok: true, matchId: textOf(fieldsOf(answer.data.match).id) };
  },
  async undo(profileId) {
    const answer = await callApi("DELETE", `/api/likes/${profileId}`);
    return answer.ok ? { ok: true } : failure(answer.error);
  },
};

function failure({ code, message }: { code: string; message: string }): Failure {
  return { ok: false, message, gone: code === "not_found" };
}
