// Run by Node.js as it is, from scripts/: so it imports nothing of ours but types.
import twilio, { type Twilio } from "twilio";
import type { Env } from "@/lib/env";

/** What one look at the account has found. */
export interface Finding {
  what: string;
  state: "good" | "bad" | "absent";
  /** What it amounts to and, for bad news, how to mend it. */
  detail: string;
}

/** Signs in with an API key in place of the auth token when given one. */
export type Connect = (key?: { sid: string; secret: string }) => Twilio;

type Check = (env: Env, connect: Connect) => Promise<Finding[]>;

const good = (what: string, detail: string): Finding => ({ what, state: "good", detail });
const bad = (what: string, detail: string): Finding => ({ what, state: "bad", detail });
const absent = (what: string, detail: string): Finding => ({ what, state: "absent", detail });

/**
 * Looks whether the configured credentials work, by reading resources, which costs nothing.
 *
 * @returns a finding for each thing that can be wrong
 */
export async function checkAccount(env: Env, connect: Connect): Promise<Finding[]> {
  const account = await checkCredentials(env, connect);
  if (account.some(({ state }) => state !== "good")) return account;
  const rest = await Promise.all(
    [checkPublicUrl, checkVoice, checkVerify, checkNumber].map((check) => check(env, connect)),
  );
  return [...account, ...rest.flat()];
}

const checkCredentials: Check = async ({ twilio: account }, connect) => {
  const what = "Account";
  if (!account) return [absent(what, "TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN are not set.")];
  return look(what, "Copy account SID and auth token from the console's first page.", async () => {
    const { status, type } = await connect().api.v2010.accounts(account.accountSid).fetch();
    if (status !== "active") return bad(what, `The account is ${status}.`);
    const trial = type === "Trial" ? " It is a trial: only verified numbers are reached." : "";
    return good(what, `TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN work.${trial}`);
  });
};

const checkPublicUrl: Check = async ({ publicUrl, twilio: account }) => {
  const { protocol, hostname } = new URL(publicUrl);
  const isLocal = /^(localhost|127\..*|\[::1\])$/.test(hostname);
  if (account?.apiUrl || (protocol === "https:" && !isLocal)) {
    return [good("Public URL", `Twilio reports to ${publicUrl}.`)];
  }
  return [bad("Public URL", `Twilio cannot reach PUBLIC_URL ${publicUrl}: it must be https.`)];
};

const checkVoice: Check = async ({ voice, publicUrl }, connect) => {
  if (!voice) return [absent("Calls", "Without an API key and a TwiML App nobody can call.")];
  const { apiKey, apiSecret, twimlAppSid } = voice;
  const key = await look("API key", "Create a standard API key and copy its secret.", async () => {
    await connect({ sid: apiKey, secret: apiSecret }).applications.list({ limit: 1 });
    return good("API key", "TWILIO_API_KEY and TWILIO_API_SECRET work.");
  });
  const app = await look(
    "TwiML App",
    "Set TWILIO_TWIML_APP_SID to an app of the account.",
    async () => {
      const { voiceUrl, voiceMethod, voiceFallbackUrl } = await connect()
        .applications(twimlAppSid)
        .fetch();
      const wanted = `${publicUrl}/api/twilio/voice/incoming`;
      const fallback = `${publicUrl}/api/twilio/voice/fallback`;
      if (voiceUrl !== wanted || voiceMethod !== "POST") {
        const now = voiceUrl ? `${voiceMethod} ${voiceUrl}` : "not set";
        return bad("TwiML App", `Its voice URL is ${now}. Set it to POST ${wanted}.`);
      }
      if (voiceFallbackUrl !== fallback) {
        return bad(
          "TwiML App",
          `Its fallback URL is ${voiceFallbackUrl || "not set"}. Set it to ${fallback}.`,
        );
      }
      return good("TwiML App", `Calls are answered by ${voiceUrl}.`);
    },
  );
  return [...key, ...app];
};

const checkVerify: Check = async ({ verify }, connect) => {
  const what = "Verify service";
  if (!verify) return [absent(what, "Without TWILIO_VERIFY_SERVICE_SID nobody can sign in.")];
  return look(what, "Set TWILIO_VERIFY_SERVICE_SID to a service of the account.", async () => {
    const service = await connect().verify.v2.services(verify.serviceSid).fetch();
    if (service.codeLength !== 6) {
      return bad(what, `Its codes have ${service.codeLength} digits. Set the length to 6.`);
    }
    return good(what, `"${service.friendlyName}" sends codes by ${verify.channels.join(", ")}.`);
  });
};

const checkNumber: Check = async ({ messaging }, connect) => {
  const what = "Phone number";
  if (!messaging) return [absent(what, "Without TWILIO_PHONE_NUMBER no texts are sent.")];
  const { from } = messaging;
  return look(what, "Buy the number or set TWILIO_PHONE_NUMBER to one you have.", async () => {
    const numbers = await connect().incomingPhoneNumbers.list({ phoneNumber: from, limit: 20 });
    const number = numbers.find(({ phoneNumber }) => phoneNumber === from);
    if (!number) return bad(what, `${from} does not belong to the account.`);
    const { sms, voice } = number.capabilities;
    if (!sms) return bad(what, `${from} cannot send texts. Choose a number with SMS.`);
    return good(what, `${from} sends texts${voice ? " and makes calls" : ""}.`);
  });
};

/** Turns Twilio's refusal into bad news; anything else went wrong on the way there. */
async function look(what: string, mend: string, see: () => Promise<Finding>): Promise<Finding[]> {
  try {
    return [await see()];
  } catch (error) {
    if (error instanceof twilio.RestException) {
      return [bad(what, `Twilio says: ${error.message} (${error.code ?? error.status}). ${mend}`)];
    }
    const reason = error instanceof Error ? error.message : String(error);
    return [bad(what, `Twilio cannot be reached: ${reason}.`)];
  }
}
