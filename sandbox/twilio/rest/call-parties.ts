import { TwilioError } from "../errors.ts";
import type { Numbers } from "../numbers/numbers.ts";

const address = /^(\+[1-9]\d{6,14}|client:\S+)$/;

/**
 * Twilio's magic numbers, which cannot be called on any account.
 * @see https://www.twilio.com/docs/iam/test-credentials#test-making-calls
 */
const unreachable: Record<string, [code: number, why: string]> = {
  "+15005550001": [21217, "is not a valid phone number."],
  "+15005550002": [21214, "is not reachable."],
  "+15005550003": [21215, "is in a region that this account is not authorized to call."],
  "+15005550004": [21216, "is blocked for this account."],
};

const refuse = (code: number, message: string) => new TwilioError(400, code, message);

/**
 * Who is to be called, and by whom.
 * @param numbers those of the account, one of which has to call a telephone
 * @throws TwilioError 21201 and 21211 for `To`, 21213, 21212 and 21210 for `From`, or a magic
 * number's code
 */
export function readParties(form: URLSearchParams, numbers: Pick<Numbers, "get">) {
  const to = form.get("To");
  const from = form.get("From");
  if (!to) throw refuse(21201, "No 'To' number specified");
  if (!from) throw refuse(21213, "No 'From' number specified");
  if (!address.test(to)) throw refuse(21211, `Invalid 'To' Phone Number: ${to}`);
  const isAddress = address.test(from) && from !== "+15005550001";
  if (!isAddress || (to.startsWith("+") && !from.startsWith("+"))) {
    throw refuse(21212, `Invalid 'From' Phone Number: ${from}`);
  }
  if (from.startsWith("+") && !numbers.get(from)) {
    throw refuse(
      21210,
      `The source phone number provided, ${from}, is not yet verified for your account.`,
    );
  }
  const [code, why] = unreachable[to] ?? [];
  if (code) throw refuse(code, `The phone number ${to} ${why}`);
  return { to, from };
}
