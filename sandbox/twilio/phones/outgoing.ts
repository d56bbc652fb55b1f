import type { Call } from "../calls/call.ts";
import type { Leg } from "../calls/leg.ts";
import type { CallsPort } from "../context.ts";
import { watched } from "./browser-phone.ts";
import { PhoneCall } from "./phone-call.ts";
import { type TelephoneWorld, telephoneLeg } from "./telephone.ts";
import type { Script } from "./telephone-leg.ts";

type CallingWorld = TelephoneWorld & { calls: Pick<CallsPort, "callFromPhone"> };

/**
 * A virtual telephone calls a number of the account's.
 * @throws TwilioError 21211 when the account has no such number
 */
export function callFromTelephone(
  world: CallingWorld,
  { from, to, script }: { from: string; to: string; script: Script },
): PhoneCall {
  const leg = telephoneLeg(world, from, script, () => phoneCall);
  const call = world.calls.callFromPhone({ from, to, leg });
  const phoneCall = new PhoneCall(call, { isOutgoing: true, inBrowser: false });
  phoneCall.handset = leg;
  world.phones.addCall(from, phoneCall);
  return phoneCall;
}

/**
 * A page that is a telephone calls a number of the account's.
 * @throws TwilioError 21211 when the account has no such number
 */
export function callFromPage(
  world: CallingWorld,
  { from, to, leg }: { from: string; to: string; leg: Leg },
): Call {
  const { phones, clock } = world;
  const watching = watched(leg, phones, clock, () => phoneCall);
  const call = world.calls.callFromPhone({ from, to, leg: watching });
  const phoneCall = new PhoneCall(call, { isOutgoing: true, inBrowser: true });
  phones.addCall(from, phoneCall);
  return call;
}
