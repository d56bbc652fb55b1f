import type { OwnedNumber } from "./numbers.ts";
import { numbersIn } from "./options.ts";
import type { Context } from "./step.ts";

/** How the app names the numbers that people buy for themselves. */
const isSomebodys = /^Duet [0-9a-f]{24}$/;
const most = 20;

/**
 * Has a person choose the main line among the account's numbers.
 *
 * @returns the number in E.164, `buy`, or null for none; null, too, where nobody is there to ask
 */
export async function chooseNumber(
  { terminal, variables, options }: Context,
  owned: readonly OwnedNumber[],
): Promise<string | null> {
  if (!terminal.isInteractive || options.yes || options.planOnly) return null;
  const pool = [...numbersIn(variables.TWILIO_POOL_NUMBERS), ...options.pool];
  const choice = owned
    .filter(({ capabilities }) => capabilities.voice && capabilities.sms)
    .filter(({ phoneNumber }) => !pool.includes(phoneNumber))
    .filter(({ friendlyName }) => !isSomebodys.test(friendlyName))
    .slice(0, most);
  terminal.say("\nWhich number is to be the main line, for texts and the menu?");
  for (const [index, { phoneNumber, voiceUrl }] of choice.entries()) {
    terminal.say(
      `  ${index + 1}  ${phoneNumber}${voiceUrl ? `, which now leads to ${voiceUrl}` : ""}`,
    );
  }
  terminal.say("  b  buy one (its price is shown before)\n  n  none for now");
  for (;;) {
    const answer = (await terminal.ask("> ")).toLowerCase();
    if (answer === "b") return "buy";
    if (answer === "n" || answer === "") return null;
    const chosen = choice[Number(answer) - 1];
    if (chosen) return chosen.phoneNumber;
    terminal.say(`Please answer b, n${choice.length > 0 ? ` or 1 to ${choice.length}` : ""}.`);
  }
}
