import { type Finding, findingsOf } from "../finding.ts";
import type { TwilioCheck } from "./check.ts";
import { look } from "./look.ts";

const { ok, fail } = findingsOf("Twilio");

/** Whether account SID and auth token open an account that may be used. */
export const checkCredentials: TwilioCheck = async ({ account, connect }): Promise<Finding[]> => {
  const what = "Account";
  const mend = "Copy account SID and auth token from the first page of Twilio's console.";
  return look(what, mend, async () => {
    const { status, type } = await connect().api.v2010.accounts(account.accountSid).fetch();
    if (status !== "active") {
      return fail(what, `The account is ${status}.`, "Settle it in Twilio's console, Billing.");
    }
    const trial = type === "Trial" ? " It is a trial: only verified numbers are reached." : "";
    return ok(what, `TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN work.${trial}`);
  });
};
