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
    [checkPublicUrl, checkVoice, checkVerify, checkNumbers].map((check) => check(env, connect)),
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
      const application = await connect().applications(twimlAppSid).fetch();
      const wrong = wrongUrl(application, publicUrl);
      if (wrong) return bad("TwiML App", wrong);
      return good("TwiML App", `Calls are answered by ${application.voiceUrl}.`);
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

const checkNumbers: Check = async ({ telephony, publicUrl }, connect) => {
  const what = "Phone number";
  if (!telephony) {
    return [absent(what, "Without TWILIO_PHONE_NUMBER there are no texts and no phone calls.")];
  }
  const { mainNumber, poolNumbers } = telephony;
  const main = await checkNumber(mainNumber, what, publicUrl, connect, ({ sms, voice }) => {
    if (!sms) return bad(what, `${mainNumber} cannot send texts. Choose a number with SMS.`);
    return good(what, `${mainNumber} sends texts${voice ? " and makes calls" : ""}.`);
  });
  const pool = await Promise.all(
    poolNumbers.map((number) =>
      checkNumber(number, "Pool number", publicUrl, connect, ({ voice }) =>
        voice
          ? good("Pool number", `${number} connects calls between matches.`)
          : bad("Pool number", `${number} cannot make calls. Choose a number with voice.`),
      ),
    ),
  );
  return [...main, ...pool.flat()];
};

async function checkNumber(
  number: string,
  what: string,
  publicUrl: string,
  connect: Connect,
  judge: (capabilities: { sms: boolean; voice: boolean }) => Finding,
): Promise<Finding[]> {
  return look(what, "Buy the number or name one that you have.", async () => {
    const list = await connect().incomingPhoneNumbers.list({ phoneNumber: number, limit: 20 });
    const found = list.find(({ phoneNumber }) => phoneNumber === number);
    if (!found) return bad(what, `${number} does not belong to the account.`);
    const finding = judge(found.capabilities);
    const wrong = finding.state === "good" ? wrongUrl(found, publicUrl) : null;
    return wrong ? bad(what, `${number}: ${wrong}`) : finding;
  });
}

interface Callbacks {
  voiceUrl: string;
  voiceMethod: string;
  voiceFallbackUrl: string;
  statusCallback: string;
}

/** What is to be set at Twilio so that calls lead here; null when all is. */
function wrongUrl(resource: Callbacks, publicUrl: string): string | null {
  const { voiceUrl, voiceMethod, voiceFallbackUrl, statusCallback } = resource;
  const wanted = (name: string) => `${publicUrl}/api/twilio/voice/${name}`;
  // What follows the hash says how to retry, and is left to whoever sets it.
  const isSet = (url: string | null, name: string) => url?.split("#")[0] === wanted(name);
  if (!isSet(voiceUrl, "incoming") || voiceMethod !== "POST") {
    const now = voiceUrl ? `${voiceMethod} ${voiceUrl}` : "not set";
    return `Its voice URL is ${now}. Set it to POST ${wanted("incoming")}.`;
  }
  if (!isSet(voiceFallbackUrl, "fallback")) {
    return `Its fallback URL is ${voiceFallbackUrl || "not set"}. Set it to ${wanted("fallback")}.`;
  }
  if (!isSet(statusCallback, "status")) {
    return `Its status callback is ${statusCallback || "not set"}. Set it to ${wanted("status")}.`;
  }
  return null;
}

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
