import { numberOf, textOf } from "@/lib/fields";
import { type ApiAnswer, type ApiFailure, callApi } from "@/lib/http/call-api";

/** How two matched people may reach each other by telephone. */
export interface Relay {
  /** What this person dials from their own telephone, E.164; null when no number is free for them. */
  number: string | null;
  /** E.164; its menu asks for the extension. */
  mainNumber: string | null;
  extension: number | null;
  youTakeCalls: boolean;
  theyTakeCalls: boolean;
  youHaveAPhone: boolean;
}

/** Reads what the server says of a match's relay. */
function readRelay(data: Extract<ApiAnswer, { ok: true }>["data"]): Relay {
  return {
    number: textOf(data.number),
    mainNumber: textOf(data.mainNumber),
    extension: numberOf(data.extension),
    youTakeCalls: data.youTakeCalls === true,
    theyTakeCalls: data.theyTakeCalls === true,
    youHaveAPhone: data.youHaveAPhone === true,
  };
}

/** Lends the match a number for another while, or learns what is missing for that. */
export async function openRelay(matchId: string): Promise<Relay | ApiFailure> {
  const answer = await callApi("POST", `/api/matches/${matchId}/relay`);
  return answer.ok ? readRelay(answer.data) : answer.error;
}
