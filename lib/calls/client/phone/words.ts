import type { PhoneCall } from "@/lib/calls/client/phone/phone-call";
import type { ApiFailure } from "@/lib/http/call-api";

type Reason = NonNullable<PhoneCall["endReason"]>;

/** What the other side of a telephone call is called. */
export function otherName({ other, dialled }: PhoneCall): string {
  return other?.name ?? dialled ?? "Somebody";
}

/** The word the call's `status` shows. */
export function phoneStatus(call: PhoneCall): string {
  switch (call.phase) {
    case "your-phone":
      return "Your phone is ringing";
    case "their-phone":
      return `Calling ${otherName(call)}`;
    case "connected":
      return "Connected";
    case "ended":
      return "Call ended";
  }
}

const reasons: Record<Reason, (name: string) => string> = {
  hangup: () => "",
  blocked: () => "",
  declined: (name) => `${name} declined.`,
  busy: () => "The line is busy.",
  "no-answer": (name) => `No answer from ${name}.`,
  canceled: () => "",
  failed: (name) => `${name} couldn't be reached.`,
};

/** Why a telephone call ended, as one sentence; empty when "Call ended" says it all. */
export function phoneEndSentence(call: PhoneCall): string {
  if (call.phase !== "ended" || call.answeredAt !== null || !call.isMine) return "";
  const own =
    call.endReason === "failed" ? "Your phone couldn't be reached." : "You didn't pick up.";
  if (!call.joined && call.endReason !== "canceled" && call.endReason !== "blocked") return own;
  return reasons[call.endReason ?? "hangup"](otherName(call));
}

/** What Twilio's refusals mean to a person. https://www.twilio.com/docs/api/errors */
const byProviderCode: Record<number, string> = {
  10001: "Calls are not available: the account that pays for them is not active.",
  13223: "The phone company does not know this number.",
  13224: "The phone company does not know this number.",
  13227: "Duet does not call this country.",
  20003: "Calls are not available right now. Try again in a few minutes.",
  20429: "Too many calls in a short time. Wait a minute and try again.",
  21210: "Calls from this number are not possible yet.",
  21211: "This number cannot be called. Check its digits.",
  21212: "Calls from this number are not possible yet.",
  21214: "This number cannot be reached.",
  21215: "Duet does not call this country.",
  21216: "Calls to this number are blocked.",
  21217: "This number cannot be called. Check its digits.",
  21219: "This is a trial installation, which calls only numbers that were verified.",
};

/** Where the API's own words are about a number to sign in with. */
const byCode: Record<string, string> = {
  invalid_phone: "This is not a number that can be called. Check its digits and the country.",
  premium_number: "This number costs extra, or reaches no person. Duet does not call it.",
};

/** Says why a telephone call could not be made. */
export function callFailure({ code, message, providerCode }: ApiFailure): string {
  return (providerCode && byProviderCode[providerCode]) || (byCode[code] ?? message);
}
