import type { TwilioContext } from "../twilio/context.ts";
import { nameOf } from "./format.ts";

interface Party {
  /** A person's name, or the number. */
  name: string;
  /** The number behind a name, or what the number is. */
  what: string;
}

/** What a number of the account's is for. */
export function purposeOf({ config }: Pick<TwilioContext, "config">, number: string): string {
  if (number === config.phoneNumber) return "Main line";
  return config.poolNumbers.includes(number) ? "Pool" : "Somebody's own";
}

/** How a phone shows who is at the other end of its call. */
export function partyOf(context: TwilioContext, address: string): Party {
  if (context.numbers.get(address)) return { name: address, what: purposeOf(context, address) };
  const name = nameOf(context.config, address);
  return { name, what: name === address ? "" : address };
}
