import type { SendOutcome } from "@/lib/chat/outbox";
import { insertMessage } from "@/lib/chat/queries";
import type { Message } from "@/lib/chat/types";
import { fieldsOf, textOf } from "@/lib/fields";
import { callApi } from "@/lib/http/call-api";
import type { Connect } from "@/lib/supabase/connect";
import { isOutageCode } from "@/lib/supabase/outage";

const timeoutMs = 15_000;
/** What the database's own limit of messages answers. */
const tooManyRequests = "PT429";

/**
 * Tries once to write a text message. It never throws, and may be repeated with the same id.
 *
 * @returns how it ended, with the row unless it had been written before
 */
export async function sendText(
  connect: Connect,
  message: { id: string; matchId: string; senderId: string; body: string },
): Promise<{ outcome: SendOutcome; row: Message | null }> {
  try {
    const row = await insertMessage(await connect(), message, AbortSignal.timeout(timeoutMs));
    // It may outlive the page: whoever has the app closed is to hear of the message all the same.
    void callApi("POST", `/api/messages/${message.id}/notify`, {}, { keepalive: true });
    return { outcome: "sent", row };
  } catch (error) {
    return { outcome: outcomeOf(error), row: null };
  }
}

/** Postgres and PostgREST answer with a code; a lost connection or a timeout has none of theirs. */
function outcomeOf(error: unknown): SendOutcome {
  const code = textOf(fieldsOf(error).code) ?? "";
  if (code === tooManyRequests) return "too-often";
  if (isOutageCode(code)) return "lost";
  return /^(PGRST\d+|[0-9A-Z]{5})$/.test(code) ? "refused" : "lost";
}
