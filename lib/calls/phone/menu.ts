import "server-only";
import { z } from "zod";
import { ApiError } from "@/lib/api/errors";
import { firstNameOf } from "@/lib/calls/first-name";
import { endQuietly, type PhoneAnswer } from "@/lib/calls/phone/answer";
import { askCallback } from "@/lib/calls/phone/callback";
import { callerNumber } from "@/lib/calls/phone/caller-number";
import { isMachine } from "@/lib/calls/phone/machine";
import { menuTwiml, type Prompt } from "@/lib/calls/phone/menu-twiml";
import { beginExtensionCall } from "@/lib/calls/phone/phone-call";
import { ringCounted } from "@/lib/calls/phone/ring-counted";
import { sayAndHangUp } from "@/lib/calls/voice-response";
import { callSid, type VoiceWebhook } from "@/lib/calls/webhook-fields";
import { adminClient } from "@/lib/supabase/admin";

/** Where in the menu somebody is, as the address says: no state is kept elsewhere. */
export const menuQuery = z.object({
  at: z.enum(["main", "extension"]).optional(),
  /** How often this has been asked again. */
  tries: z.coerce.number().int().min(0).max(9).optional(),
});
type MenuQuery = z.infer<typeof menuQuery>;

const keyed = z.object({ CallSid: callSid, Digits: z.string().max(32).default("") });
const maxTries = 2;

const safety =
  "Stay safe. Meet for the first time in a public place, and tell somebody where you are. " +
  "Never send money to a person you have not met. " +
  "You can block and report anybody in Duet at any time. " +
  "In an emergency, hang up and call your local emergency number.";
const goodbye = "Thank you for calling Duet. Goodbye.";
const options =
  "To reach a match by their extension, press 1. For safety information, press 2. " +
  "To be called back, press 3. To hear this again, press 9.";
const askExtension = "Enter the extension of your match, and then the hash key.";

/**
 * The main line: a menu for people who call it, or are called back by it, on their verified
 * telephone. Anybody else hears the safety information.
 * https://www.twilio.com/docs/voice/twiml/gather
 *
 * @returns TwiML, and what it did
 */
export async function answerMenu(params: VoiceWebhook, query: MenuQuery): Promise<PhoneAnswer> {
  const parsed = keyed.safeParse(params);
  if (!parsed.success || isMachine(params)) return endQuietly("Ended: nobody to talk to.");
  const { CallSid: providerSid, Digits: keys } = parsed.data;
  const person = await personOf(params);
  if (!person) {
    const twiml = sayAndHangUp(`This is Duet. ${safety} ${goodbye}`);
    return { twiml, did: "Told a stranger the safety information." };
  }

  const tries = query.tries ?? 0;
  if (query.at === undefined) {
    const greeting = `Hello ${person.firstName}. This is Duet.`;
    return prompt({ at: "main", tries: 0, say: `${greeting} ${options}` }, "Greeted a caller.");
  }
  if (keys === "") return repeat(query.at, tries);
  return query.at === "main"
    ? chosen(keys, tries, { ...person, providerSid })
    : extension(keys, tries, { ...person, providerSid });
}

interface Caller {
  profileId: string;
  phone: string;
  firstName: string;
  providerSid: string;
}

async function chosen(key: string, tries: number, caller: Caller): Promise<PhoneAnswer> {
  switch (key) {
    case "1":
      return prompt({ at: "extension", tries: 0, say: askExtension }, "Asked for an extension.");
    case "2":
      return tries >= maxTries
        ? { twiml: sayAndHangUp(`${safety} ${goodbye}`), did: "Ended: told about safety." }
        : again({ at: "main", tries, say: `${safety} ${options}` });
    case "3":
      return callBack(caller);
    case "0":
    case "9":
      return again({ at: "main", tries, say: options });
    default:
      return again({ at: "main", tries, say: `There is nothing under this key. ${options}` });
  }
}

async function extension(keys: string, tries: number, caller: Caller): Promise<PhoneAnswer> {
  const isNumber = /^\d{1,6}$/.test(keys);
  const { providerSid, phone } = caller;
  const call = isNumber
    ? await beginExtensionCall({ providerSid, from: phone, extension: Number(keys) })
    : undefined;
  // Which of the reasons it is, a person who was blocked must not learn here either.
  if (!call || call.outcome === "refused" || call.outcome === "off") {
    const say = `Nobody can be reached under this extension. You find it in Duet, under Call by phone. ${askExtension}`;
    return again({ at: "extension", tries, say });
  }
  return ringCounted(
    providerSid,
    call,
    call.outcome === "dial" ? `Calling ${firstNameOf(call.callee_name)}.` : undefined,
  );
}

async function callBack({ profileId, providerSid }: Caller): Promise<PhoneAnswer> {
  try {
    await askCallback(profileId, providerSid);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status >= 500) throw error;
    const twiml = sayAndHangUp(`We cannot call you back now. Please call later. ${goodbye}`);
    return { twiml, did: `Will not call back: ${error.code}.` };
  }
  const twiml = sayAndHangUp("We will call you in a moment. Please hang up. Goodbye.");
  return { twiml, did: "Will call back." };
}

/** Silence: the question again, twice at most. */
function repeat(at: Prompt["at"], tries: number): PhoneAnswer {
  return again({ at, tries, say: at === "main" ? options : askExtension });
}

function again({ at, tries, say }: Prompt): PhoneAnswer {
  if (tries >= maxTries) return { twiml: sayAndHangUp(goodbye), did: "Ended: no useful answer." };
  return prompt({ at, tries: tries + 1, say }, "Asked again.");
}

function prompt(wanted: Prompt, did: string): PhoneAnswer {
  return { twiml: menuTwiml(wanted), did };
}

/** Who is on the line, by their verified telephone: that of the caller, or the one we called. */
async function personOf(params: VoiceWebhook) {
  const isOurs = params.Direction === "outbound-api";
  const phone = callerNumber(isOurs ? { From: params.To } : params);
  if (!phone) return null;
  const db = adminClient();
  const { data: known } = await db
    .from("private_profiles")
    .select("id")
    .eq("phone", phone)
    .maybeSingle()
    .throwOnError();
  if (!known) return null;
  const { data: profile } = await db
    .from("profiles")
    .select("display_name")
    .eq("id", known.id)
    .maybeSingle()
    .throwOnError();
  if (!profile) return null;
  return { profileId: known.id, phone, firstName: firstNameOf(profile.display_name) };
}
