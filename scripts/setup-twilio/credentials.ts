import type { TwilioAccount } from "../connect-twilio.ts";
import type { Setting } from "./set-up.ts";
import { SetupProblem } from "./step.ts";

const firstPage = "It is on the first page of console.twilio.com.";

/**
 * Account SID and auth token, from the variables or the person at the terminal.
 *
 * @throws SetupProblem when there is neither
 */
export async function askForCredentials(setting: Setting): Promise<TwilioAccount> {
  const { variables, terminal } = setting;
  const answer = async (name: string, ask: () => Promise<string>) => {
    const value = variables[name] || (terminal.isInteractive ? await ask() : "");
    if (!value)
      throw new SetupProblem(`Set ${name} in the environment or .env.local. ${firstPage}`);
    return value;
  };
  const accountSid = await answer("TWILIO_ACCOUNT_SID", () => terminal.ask("Account SID: "));
  if (!/^AC[0-9a-f]{32}$/.test(accountSid)) {
    throw new SetupProblem(`An account SID is AC and 32 hex digits. ${firstPage}`);
  }
  const askToken = () => terminal.askSecret("Auth token (not shown): ");
  const authToken = await answer("TWILIO_AUTH_TOKEN", askToken);
  return { accountSid, authToken, apiUrl: variables.TWILIO_API_URL || null };
}

/**
 * The origin under which Twilio and browsers reach the app.
 *
 * @param mayBeLocal - whether what calls it is on this machine
 * @throws SetupProblem when it is missing, no plain origin, or Twilio could not reach it
 */
export async function askForPublicUrl(setting: Setting, mayBeLocal: boolean): Promise<string> {
  const { variables, terminal, options } = setting;
  const ask = () => terminal.ask("Public address of the app, like https://duet.example: ");
  const given =
    options.publicUrl || variables.PUBLIC_URL || (terminal.isInteractive ? await ask() : "");
  if (!given)
    throw new SetupProblem("Give the app's address with --public-url, or set PUBLIC_URL.");
  const url = URL.parse(given);
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    throw new SetupProblem(`${given} is no origin, like https://duet.example.`);
  }
  if (!mayBeLocal && url.protocol !== "https:") {
    throw new SetupProblem(`Twilio cannot reach ${url.origin}: it must be https.`);
  }
  return url.origin;
}
