import "server-only";
import { afterMissedCall } from "@/lib/calls/after-event";
import { endQuietly, type PhoneAnswer, refuse, saySorry } from "@/lib/calls/phone/answer";
import { dialApp, dialTelephone } from "@/lib/calls/phone/dial";
import { mayForward, mayTakeMessage } from "@/lib/calls/phone/limits";
import { recordHungUp } from "@/lib/calls/phone/next-step";
import {
  beginOwnedCall,
  findOwnedCall,
  type OwnedCall,
  type PlannedRule,
} from "@/lib/calls/phone/owned-call";
import {
  type Condition,
  firstStep,
  type OwnedStep,
  readStep,
  stepAfter,
  writeStep,
} from "@/lib/calls/phone/owned-steps";
import { takeMessage, usualGreeting } from "@/lib/calls/phone/voicemail";
import { isCallable } from "@/lib/phone/require-callable";
import { pushRingingCall } from "@/lib/push/after-call";
import { identityOf } from "@/lib/twilio/identity";

/** Seconds that the owner's browsers ring. */
const appSeconds = 25;

/**
 * Decides on a call to a number that somebody owns: the rules for all calls, else the owner's app,
 * then the rules for when they are busy or do not answer, then voicemail.
 *
 * @param call - CallSid of the caller's leg; who calls and the number called, E.164
 * @throws PostgrestError when the database does not answer
 */
export async function answerOwnedNumber(call: {
  providerSid: string;
  from: string;
  number: string;
}): Promise<PhoneAnswer> {
  const plan = await beginOwnedCall(call);
  if (!plan) return refuse("nobody's number, a block or a circle");
  const step = firstStep(countRules(plan), plan.busy);
  if (step) return ring(call.providerSid, plan, step);
  afterMissedCall(plan.call_id);
  return voicemail(call.providerSid, plan);
}

/**
 * What comes after a dial of such a call.
 *
 * @param result - CallSid of the caller's leg, how the dial ended, and the step it was
 * @throws PostgrestError when the database does not answer
 */
export async function nextOwnedStep(result: {
  providerSid: string;
  dialCallStatus: string;
  step: string | null;
}): Promise<PhoneAnswer> {
  const { providerSid, dialCallStatus } = result;
  const plan = await findOwnedCall(providerSid);
  const step = readStep(result.step);
  if (plan && step && !isOver(plan, step, dialCallStatus)) {
    const next = stepAfter(step, countRules(plan), dialCallStatus);
    return next ? ring(providerSid, plan, next) : voicemail(providerSid, plan);
  }
  await recordHungUp(providerSid);
  return endQuietly(plan && step ? "Ended." : "Ended: no such call any more.");
}

/** A telephone that was picked up has "completed", though perhaps nobody there took the call. */
function isOver({ joined }: OwnedCall, step: OwnedStep, dialCallStatus: string): boolean {
  if (joined || dialCallStatus === "canceled") return true;
  return step.rings === "app" && dialCallStatus === "completed";
}

async function ring(providerSid: string, plan: OwnedCall, step: OwnedStep): Promise<PhoneAnswer> {
  if (step.rings === "app") return ringApp(plan);
  const rule = followable(plan, step.condition)[step.place];
  if (!rule) throw new RangeError("There is no rule at this place.");
  // Anybody can call the number, and each call that goes on costs.
  if (!(await mayForward(plan.owner_id))) return voicemail(providerSid, plan);
  return {
    twiml: dialTelephone({
      number: rule.forward_to,
      callerId: plan.number,
      step: writeStep(step),
      timeout: rule.ring_timeout,
      askFor: providerSid,
    }),
    did: `Forwarded by the rule ${step.condition} ${step.place}.`,
  };
}

function ringApp(plan: OwnedCall): PhoneAnswer {
  pushRingingCall(plan.call_id);
  return {
    twiml: dialApp({
      callee: identityOf(plan.owner_id),
      callerId: plan.number,
      step: writeStep({ rings: "app" }),
      timeout: appSeconds,
      parameters: {
        callerName: plan.caller_name ?? "Somebody",
        ...(plan.match_id && { matchId: plan.match_id }),
        ...(plan.caller_id && { callerId: plan.caller_id }),
        numberName: plan.number_name || plan.number,
        via: "phone",
      },
    }),
    did: "Dialled the owner's app.",
  };
}

/** Nobody is rung any more: for the record the call is over, whatever is said to the machine. */
async function voicemail(providerSid: string, plan: OwnedCall): Promise<PhoneAnswer> {
  await recordHungUp(providerSid);
  if (!(await mayTakeMessage(plan.owner_id))) {
    return saySorry("No message can be left at present.", "Ended: too many messages.");
  }
  return {
    twiml: takeMessage(plan.greeting ?? usualGreeting(plan.owner_name)),
    did: "Went to voicemail.",
  };
}

function countRules(plan: OwnedCall): Record<Condition, number> {
  const count = (condition: Condition) => followable(plan, condition).length;
  return { always: count("always"), busy: count("busy"), "no-answer": count("no-answer") };
}

/** What may be called can have changed since a rule was made. */
function followable({ rules }: OwnedCall, condition: Condition): PlannedRule[] {
  return rules.filter(
    (rule) => rule.condition === condition && (rule.ours || isCallable(rule.forward_to)),
  );
}
