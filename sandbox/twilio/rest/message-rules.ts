import { TwilioError } from "../errors.ts";
import type { Numbers } from "../numbers/numbers.ts";
import { isDialable } from "./numbers.ts";

interface Refusal {
  code: number;
  text(number: string): string;
}

/**
 * Twilio's magic numbers, which fail in a fixed way on any account.
 * Source: https://www.twilio.com/docs/iam/test-credentials
 */
const magicTo: Record<string, Refusal> = {
  "+15005550001": {
    code: 21211,
    text: (to) => `The 'To' number ${to} is not a valid phone number.`,
  },
  "+15005550002": {
    code: 21612,
    text: (to) => `The 'To' phone number: ${to}, is not currently reachable via SMS.`,
  },
  "+15005550003": {
    code: 21408,
    text: () => "Permission to send an SMS has not been enabled for the region of the 'To' number.",
  },
  "+15005550004": {
    code: 21610,
    text: () => "Attempt to send to unsubscribed recipient",
  },
  "+15005550009": {
    code: 21614,
    text: (to) => `'To' number is not a valid mobile number: ${to}`,
  },
};

const magicFrom: Record<string, Refusal> = {
  "+15005550001": {
    code: 21212,
    text: (from) =>
      `The 'From' number ${from} is not a valid phone number, shortcode, or alphanumeric sender ID.`,
  },
  "+15005550007": {
    code: 21606,
    text: (from) =>
      `The From phone number ${from} is not a valid, SMS-capable inbound phone number or short code for your account.`,
  },
  "+15005550008": { code: 21611, text: () => "This 'From' number has exceeded its message queue." },
};

const refuse = (code: number, message: string) => new TwilioError(400, code, message);

/**
 * Checks what a text needs, in Twilio's order.
 * @param numbers those of the account, which it may send from
 * @throws TwilioError with 21604, 21603, 21602, 21617, 21701, 21606, 21211 or a magic number's code
 */
export function validateMessage(form: URLSearchParams, numbers: Pick<Numbers, "get">) {
  const to = form.get("To") ?? "";
  const from = form.get("From") ?? "";
  const body = form.get("Body") ?? "";
  if (!to) throw refuse(21604, "A 'To' phone number is required.");
  if (form.get("MessagingServiceSid")) {
    throw refuse(21701, "The Messaging Service does not exist");
  }
  if (!from) throw refuse(21603, "A 'From' phone number is required.");
  if (!body) throw refuse(21602, "Message body is required.");
  if (body.length > 1600) {
    throw refuse(21617, "The concatenated message body exceeds the 1600 character limit");
  }
  const owned = numbers.get(from);
  const badFrom =
    magicFrom[from] ?? (owned?.capabilities.sms ? undefined : magicFrom["+15005550007"]);
  if (badFrom) throw refuse(badFrom.code, badFrom.text(from));
  const badTo = magicTo[to] ?? (isDialable(to) ? undefined : magicTo["+15005550001"]);
  if (badTo) throw refuse(badTo.code, badTo.text(to));
  return { to, from, body };
}
