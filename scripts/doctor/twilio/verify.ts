import { findingsOf } from "../finding.ts";
import type { TwilioCheck } from "./check.ts";
import { look } from "./look.ts";

const { ok, skip, fail, warn } = findingsOf("Twilio");
const what = "Verify service";

/** Whether codes for sign-in can be sent, and are as long as the app asks for. */
export const checkVerify: TwilioCheck = async ({ env, connect }) => {
  const { verify } = env;
  if (!verify) return [skip(what, "Without TWILIO_VERIFY_SERVICE_SID nobody can sign in.")];
  return look(what, "Name a service of the account: npm run setup:twilio.", async () => {
    const service = await connect().verify.v2.services(verify.serviceSid).fetch();
    const settings = "npm run setup:twilio sets it, or Verify, Services in the console.";
    if (service.codeLength !== 6) {
      return fail(what, `Its codes have ${service.codeLength} digits, not 6.`, settings);
    }
    if (service.customCodeEnabled) {
      return warn(what, "It takes codes that the sender chooses; Duet never does.", settings);
    }
    return ok(what, `"${service.friendlyName}" sends codes by ${verify.channels.join(", ")}.`);
  });
};
