import type { Channel } from "@/components/auth/channels";
import { type ApiFailure, callApi } from "@/lib/http/call-api";

/** Who is proving what: a channel with the number or address that it reaches. */
export type Recipient =
  | { channel: "email"; email: string }
  | { channel: Exclude<Channel, "email">; phone: string };

type Outcome<T> = ({ ok: true } & T) | { ok: false; error: ApiFailure };

const defaultResendSeconds = 30;

/** Has a code sent. */
export async function startVerification(
  recipient: Recipient,
): Promise<Outcome<{ resendAfterSeconds: number }>> {
  const answer = await callApi("POST", "/api/auth/verify/start", recipient);
  if (!answer.ok) return answer;
  const seconds = answer.data.resendAfterSeconds;
  return {
    ok: true,
    resendAfterSeconds: typeof seconds === "number" ? seconds : defaultResendSeconds,
  };
}

/** Trades a code for a session, which comes as cookies. */
export async function checkCode(recipient: Recipient, code: string): Promise<Outcome<object>> {
  const { channel: _, ...who } = recipient;
  const answer = await callApi("POST", "/api/auth/verify/check", { ...who, code });
  return answer.ok ? { ok: true } : answer;
}
