import "server-only";
import type { PhoneAnswer } from "@/lib/calls/phone/answer";
import { awaitCallee, mayRingTelephone, type ReachPlan } from "@/lib/calls/reach/reach-plan";
import { reachStep } from "@/lib/calls/reach/steps";
import { type DialledPerson, dialPerson } from "@/lib/calls/voice-response";
import { log } from "@/lib/log";
import { pushRingingCall } from "@/lib/push/after-call";
import { notifyIncomingCall } from "@/lib/push/calls";

/** Seconds that a browser rings whose tab is out of view, before something else is tried. */
const hiddenSeconds = 15;

interface OpenedCall {
  /** CallSid of the caller's leg. */
  providerSid: string;
  callId: string;
  plan: ReachPlan;
  person: DialledPerson;
}

/**
 * Rings the app of somebody for the first time, and pushes their browsers. Where the app is not in
 * view the push comes first, and the call goes on after a dial that finds nobody.
 *
 * @throws PostgrestError when the database does not answer
 */
export async function ringAppFirst(call: OpenedCall): Promise<PhoneAnswer> {
  const { providerSid, callId, plan, person } = call;
  const telephone = mayRingTelephone(plan);
  if (plan.here || !(plan.alert || telephone)) {
    if (plan.alert) pushRingingCall(callId);
    return { twiml: dialPerson(person), did: "Dialled the callee." };
  }
  const pushed = plan.alert ? await pushNow(callId) : 0;
  if (pushed === 0 && !telephone) return { twiml: dialPerson(person), did: "Dialled the callee." };
  await awaitCallee(providerSid, pushed > 0 ? "notified" : "app");
  return {
    twiml: dialPerson({ ...person, step: reachStep, timeout: hiddenSeconds }),
    did: `Pushed ${pushed} browsers and dialled the callee.`,
  };
}

/** A call must not fail because nobody could be told of it. */
async function pushNow(callId: string): Promise<number> {
  try {
    return await notifyIncomingCall(callId);
  } catch (error) {
    log.warn({ callId, error }, "called people not pushed");
    return 0;
  }
}
