import { Handset } from "./handset.ts";
import { act } from "./send.ts";

const handsets = new Map<string, Handset>();
/** What each phone was refused last, in words. */
const problems = new Map<string, string>();

/** The phone in this page that has a number, if the number is used here. */
export const handsetOf = (number: string) => handsets.get(number);

/** What a person is to read about a phone. */
export const problemOf = (number: string) =>
  handsets.get(number)?.problem || problems.get(number) || "";

/** Takes a phone into this page, or gives it back. */
export async function toggleUse(number: string, changed: () => void): Promise<void> {
  const used = handsets.get(number);
  if (used) {
    handsets.delete(number);
    used.stop();
    return;
  }
  const handset = new Handset(number, changed);
  handsets.set(number, handset);
  try {
    await handset.start();
  } catch (error) {
    handsets.delete(number);
    handset.stop();
    problems.set(number, error instanceof Error ? error.message : String(error));
  }
}

async function attempt(number: string, work: Promise<string>): Promise<void> {
  problems.set(number, await work);
}

/** Calls a number of the account's, with this page's sound when the phone is used here. */
export async function dial(number: string, to: string): Promise<void> {
  const handset = handsets.get(number);
  const e164 = to.replace(/[\s()-]/g, "");
  const isKnown = document.querySelector(`#account-numbers option[value="${CSS.escape(e164)}"]`);
  if (!handset) await attempt(number, act(number, "call", { to: e164 }));
  else if (isKnown) await handset.dial(e164);
  else problems.set(number, `Nobody answers calls to ${to}`);
}

/** Has a phone without sound say words. */
export const say = (number: string, text: string) => attempt(number, act(number, "say", { text }));

/** What the buttons of a call do, in this page or at the telephone's other place. */
export async function operate(number: string, action: string, key = ""): Promise<void> {
  const handset = handsets.get(number);
  const call = handset?.call;
  problems.delete(number);
  if (!handset || !call) {
    return attempt(number, act(number, action, action === "press" ? { digits: key } : {}));
  }
  if (action === "answer") call.accept();
  else if (action === "decline") call.reject();
  else if (action === "hangup") call.disconnect();
  else if (action === "press") call.sendDigits(key);
  else if (action === "mute") handset.toggleMute();
}
