import twilio from "twilio";
import { identityOf } from "../../lib/twilio/identity.ts";
import { twilioDefaults } from "../../sandbox/config.ts";
import { rfc2822 } from "../../sandbox/twilio/dates.ts";
import { newSid } from "../../sandbox/twilio/sids.ts";
import { appUrl } from "../addresses.ts";
import { befriend, createPerson, database, must, type Person } from "../people.ts";
import type { LoadRequest } from "./load.ts";

const path = "/api/twilio/voice/status";
const clientOf = ({ id }: Person) => `client:${identityOf(id)}`;

/** Events of a call between two browsers, in the order in which Twilio tells them. */
const events = [
  { leg: "child", CallStatus: "initiated", SequenceNumber: "0" },
  { leg: "child", CallStatus: "ringing", SequenceNumber: "1" },
  { leg: "child", CallStatus: "in-progress", SequenceNumber: "2" },
  { leg: "child", CallStatus: "completed", SequenceNumber: "3", CallDuration: "60" },
  { leg: "parent", CallStatus: "completed", SequenceNumber: "0", CallDuration: "62" },
] as const;
export const eventsPerCall = events.length;

/** Opens the rows of calls and gives every status callback that Twilio would send about them. */
export async function callbacksOf(calls: number): Promise<LoadRequest[]> {
  const [caller, callee] = [await createPerson("Ada"), await createPerson("Ben")];
  const matchId = await befriend(caller, callee);
  const rows = Array.from({ length: calls }, () => ({
    provider_sid: newSid("CA"),
    kind: "voice" as const,
    match_id: matchId,
    caller_id: caller.id,
  }));
  const opened = must(await database.from("calls").insert(rows).select("id, provider_sid"));
  const legs = opened.flatMap(({ id, provider_sid }) => [
    { call_id: id, leg_sid: provider_sid, profile_id: caller.id, role: "caller" as const },
    { call_id: id, leg_sid: null, profile_id: callee.id, role: "callee" as const },
  ]);
  must(await database.from("call_participants").insert(legs).select("id"));
  return opened.flatMap((call) => callbacks(call.provider_sid, caller, callee));
}

function callbacks(sid: string, caller: Person, callee: Person): LoadRequest[] {
  const childSid = newSid("CA");
  return events.map(({ leg, ...event }) =>
    signed({
      AccountSid: twilioDefaults.accountSid,
      ApiVersion: "2010-04-01",
      ...(leg === "child" ? { CallSid: childSid, ParentCallSid: sid } : { CallSid: sid }),
      From: clientOf(caller),
      To: clientOf(callee),
      Direction: leg === "child" ? "outbound-dial" : "inbound",
      Timestamp: rfc2822(Date.now()),
      CallbackSource: "call-progress-events",
      ...event,
    }),
  );
}

function signed(form: Record<string, string>): LoadRequest {
  const { authToken } = twilioDefaults;
  return {
    method: "POST",
    path,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-twilio-signature": twilio.getExpectedTwilioSignature(authToken, appUrl + path, form),
    },
    body: new URLSearchParams(form).toString(),
  };
}

/** How many events of calls the database has recorded. */
export async function recordedEvents(): Promise<number> {
  const { count, error } = await database
    .from("call_events")
    .select("id", { count: "exact", head: true });
  if (error) throw new Error(error.message);
  return count ?? 0;
}
