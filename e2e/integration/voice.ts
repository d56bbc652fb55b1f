import { identityOf } from "../../lib/twilio/identity.ts";
import type { SandboxSupabase } from "../../sandbox/supabase/server.ts";
import { CallEngine } from "../../sandbox/twilio/calls/engine.ts";
import { unattendedLeg } from "../../sandbox/twilio/calls/leg.ts";
import { rfc2822 } from "../../sandbox/twilio/dates.ts";
import { silentEnd } from "../../sandbox/twilio/media/silent-end.ts";
import { newSid } from "../../sandbox/twilio/sids.ts";
import { parseTwiml } from "../../sandbox/twilio/twiml/parse.ts";
import type { Verb } from "../../sandbox/twilio/twiml/verbs.ts";
import type { Person } from "./people.ts";
import type { SandboxEnv } from "./sandbox-env.ts";

export const newCallSid = () => newSid("CA");

/** A person's address at Twilio. */
export const clientOf = ({ id }: Pick<Person, "id">) => `client:${identityOf(id)}`;

/** What Twilio would do with an answer. */
export function verbsOf({ status, text }: { status: number; text: string }): Verb[] {
  if (status !== 200) throw new Error(`Twilio would take ${status} for a failure`);
  return parseTwiml(text).verbs;
}

export interface CallRow {
  id: string;
  match_id: string;
  caller_id: string | null;
  status: string;
  answered_at: string | null;
  ended_at: string | null;
  duration_seconds: number | null;
  end_reason: string | null;
  error_code: number | null;
}

export interface LegRow {
  leg_sid: string | null;
  profile_id: string | null;
  role: string;
  status: string;
  duration_seconds: number | null;
}

/** The row of a call, if there is one. */
export async function readCall(
  supabase: SandboxSupabase,
  sid: string,
): Promise<CallRow | undefined> {
  const [row] = await supabase.query<CallRow>(
    `select id, match_id, caller_id, status, answered_at, ended_at, duration_seconds, end_reason, error_code
     from calls where provider_sid = $1`,
    [sid],
  );
  return row;
}

/** The legs of a call, the caller's first. */
export function readLegs(supabase: SandboxSupabase, sid: string): Promise<LegRow[]> {
  return supabase.query<LegRow>(
    `select p.leg_sid, p.profile_id, p.role, p.status, p.duration_seconds
     from call_participants p join calls c on c.id = p.call_id
     where c.provider_sid = $1 order by p.role`,
    [sid],
  );
}

export interface CallbackForm {
  CallSid: string;
  CallStatus: string;
  [name: string]: string;
}

/** Makes the status callbacks of one call between two browsers, as Twilio words them. */
export function callbacksOf(sid: string, caller: string, callee: string) {
  const childSid = newCallSid();
  const startedAt = Date.UTC(2026, 10, 20, 12);
  const at = (second: number) => rfc2822(startedAt + second * 1000);
  const common = { AccountSid: `AC${"a".repeat(32)}`, ApiVersion: "2010-04-01" };
  let sequence = 0;
  return {
    childSid,
    /** An event of the callee's leg, this many seconds into the call. */
    child(status: string, second: number, more: Record<string, string> = {}): CallbackForm {
      return {
        ...common,
        CallSid: childSid,
        ParentCallSid: sid,
        CallStatus: status,
        From: caller,
        To: callee,
        Direction: "outbound-dial",
        SequenceNumber: String(sequence++),
        Timestamp: at(second),
        CallbackSource: "call-progress-events",
        ...more,
      };
    },
    /** The one event of the caller's leg: its end. */
    parent(status: string, second: number, more: Record<string, string> = {}): CallbackForm {
      return {
        ...common,
        CallSid: sid,
        CallStatus: status,
        From: caller,
        To: callee,
        Direction: "inbound",
        SequenceNumber: "0",
        Timestamp: at(second),
        CallbackSource: "call-progress-events",
        ...more,
      };
    },
  };
}

/** Lets a person answer every call by themselves, as the demo's Echo does. */
export function answersByThemselves(sandbox: SandboxEnv, person: Person): void {
  sandbox.twilio.context.config.echoIdentity = clientOf(person).slice("client:".length);
}

/** Has the sandbox's Twilio take a call from a person's browser to another; its CallSid. */
export function callFrom(sandbox: SandboxEnv, caller: Person, callee: Person): string {
  const { calls, applications } = sandbox.twilio.context;
  const application = applications.get(sandbox.twilio.config.twimlAppSid);
  if (!(calls instanceof CallEngine) || !application) throw new Error("The sandbox cannot call");
  const To = clientOf(callee);
  const leg = unattendedLeg(silentEnd);
  const call = { from: clientOf(caller), to: To, leg, parameters: { To } };
  return calls.callFromClient(call, application).sid;
}
