import { wrongUrls } from "../../voice-urls.ts";
import { findingsOf } from "../finding.ts";
import type { TwilioCheck } from "./check.ts";
import { look } from "./look.ts";

const { ok, skip, fail } = findingsOf("Twilio");
const setup = "npm run setup:twilio sets it.";

/** Whether browsers can be given tokens, and their calls lead to this installation. */
export const checkCalls: TwilioCheck = async ({ env, connect }) => {
  const { voice, publicUrl } = env;
  if (!voice) return [skip("Calls", "Without an API key and a TwiML App nobody can call.")];
  const { apiKey, apiSecret, twimlAppSid } = voice;
  const key = look("API key", "Create a standard API key: npm run setup:twilio.", async () => {
    await connect({ sid: apiKey, secret: apiSecret }).applications.list({ limit: 1 });
    return ok("API key", "TWILIO_API_KEY and TWILIO_API_SECRET work.");
  });
  const what = "TwiML App";
  const app = look(what, "Name an app of the account: npm run setup:twilio.", async () => {
    const application = await connect().applications(twimlAppSid).fetch();
    const [wrong] = wrongUrls(application, publicUrl);
    if (wrong) return fail(what, `Its ${wrong.what} is ${wrong.is}, not ${wrong.wanted}.`, setup);
    return ok(what, `Calls are answered by ${application.voiceUrl}.`);
  });
  return (await Promise.all([key, app])).flat();
};
