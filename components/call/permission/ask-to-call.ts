import { callNow } from "@/components/call/permission/call-now";
import { notify } from "@/components/ui/notify";
import { permissions, refreshPermissions } from "@/lib/calls/client/permission/permissions";
import type { RefusedCall } from "@/lib/calls/client/permission/types";
import { allowedWords, askedWords } from "@/lib/calls/client/permission/words";
import { callApi } from "@/lib/http/call-api";

/** Whether the chat of a match is open, where its card tells. */
export const isInThread = (matchId: string) => window.location.pathname === `/matches/${matchId}`;

/** Asks the other person of a match to allow a call, and says what came of that. */
export async function askToCall(wanted: Omit<RefusedCall, "why">): Promise<void> {
  const { matchId, kind, name } = wanted;
  const id = `call-permission:${matchId}`;
  if (permissions.getSnapshot()[matchId]?.asked === kind) {
    return notify(`You have asked already. You will hear when ${name} answers.`, { id });
  }
  const answer = await callApi("POST", `/api/matches/${matchId}/call-requests`, { kind });
  await refreshPermissions();
  if (!answer.ok) return notify(answer.error.message, { id });
  if (answer.data.state === "allowed") {
    const action = { label: "Call now", onClick: () => void callNow(matchId, kind) };
    return notify(allowedWords(name, kind), { id, action });
  }
  if (!isInThread(matchId)) return notify(askedWords(name, kind), { id });
}
