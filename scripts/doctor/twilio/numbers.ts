import { wrongUrls } from "../../voice-urls.ts";
import { type Finding, findingsOf } from "../finding.ts";
import type { TwilioCheck, TwilioContext } from "./check.ts";
import { look } from "./look.ts";

const { ok, skip, fail, warn } = findingsOf("Twilio");

/** Whether the configured numbers are the account's, are able to do their work, and lead here. */
export const checkNumbers: TwilioCheck = async (context) => {
  const { telephony } = context.env;
  if (!telephony) {
    const detail = "Without TWILIO_PHONE_NUMBER there are no texts and no phone calls.";
    return [skip("Phone number", detail)];
  }
  const { mainNumber, poolNumbers } = telephony;
  const found = await Promise.all([
    checkNumber(context, "Phone number", mainNumber, ["sms", "voice"]),
    ...poolNumbers.map((number) => checkNumber(context, "Pool number", number, ["voice"])),
  ]);
  return [...found.flat(), ...judgePool(mainNumber, poolNumbers)];
};

async function checkNumber(
  { env, connect }: TwilioContext,
  what: string,
  number: string,
  abilities: readonly ("sms" | "voice")[],
): Promise<Finding[]> {
  return look(what, "Buy the number or name one that you have.", async () => {
    const list = await connect().incomingPhoneNumbers.list({ phoneNumber: number, limit: 20 });
    const found = list.find(({ phoneNumber }) => phoneNumber === number);
    if (!found) {
      const mend = "Name a number of this account, or buy one: npm run setup:twilio.";
      return fail(what, `${number} does not belong to the account.`, mend);
    }
    const lacking = abilities.find((ability) => !found.capabilities[ability]);
    if (lacking) {
      const mend = `Choose a number with ${lacking === "sms" ? "SMS" : lacking}.`;
      return fail(what, `${number} cannot do ${lacking === "sms" ? "texts" : "calls"}.`, mend);
    }
    if (found.voiceApplicationSid && found.voiceApplicationSid !== env.voice?.twimlAppSid) {
      const detail = `${number} is answered by ${found.voiceApplicationSid}, not by its own URLs.`;
      return fail(what, detail, "npm run setup:twilio sets it.");
    }
    const [wrong] = wrongUrls(found, env.publicUrl);
    if (wrong) {
      const detail = `${number}: its ${wrong.what} is ${wrong.is}, not ${wrong.wanted}.`;
      return fail(what, detail, "npm run setup:twilio sets it.");
    }
    return ok(what, `${number} can do what it is for, and leads here.`);
  });
}

function judgePool(mainNumber: string, pool: readonly string[]): Finding[] {
  const what = "Number pool";
  if (pool.length === 0) {
    return [skip(what, "Without TWILIO_POOL_NUMBERS matches cannot call each other by phone.")];
  }
  if (!pool.includes(mainNumber)) return [];
  const mend = "Take TWILIO_PHONE_NUMBER out of TWILIO_POOL_NUMBERS.";
  return [warn(what, "The main line is in the pool: who calls it gets no menu.", mend)];
}
