import { identityOf } from "../../lib/twilio/identity.ts";
import type { SandboxSupabase } from "../../sandbox/supabase/server.ts";
import type { Person } from "./people.ts";
import type { SandboxEnv } from "./sandbox-env.ts";

/** The sandbox's numbers: the main line, and the first of the pool. */
export const mainLine = "+15005550006";
export const firstOfPool = "+15005550011";

let lastPhone = 100;

/** Two people who take phone calls, and their match. Their numbers are on the allow-list. */
export async function phonePair(sandbox: SandboxEnv) {
  const caller = await phonePerson(sandbox);
  const callee = await phonePerson(sandbox);
  return { caller, callee, matchId: await sandbox.makeMatch(caller, callee) };
}

/** Somebody who takes phone calls, on a telephone that is on the allow-list. */
export async function phonePerson(sandbox: SandboxEnv): Promise<Person> {
  lastPhone += 1;
  const person = await sandbox.signIn(`+14155550${lastPhone}`);
  await takesPhoneCalls(sandbox.supabase, person, true);
  return person;
}

/** What the switch in the settings does. */
export async function takesPhoneCalls(
  supabase: SandboxSupabase,
  { id }: Person,
  takes: boolean,
): Promise<void> {
  await supabase.query("update private_profiles set takes_phone_calls = $2 where id = $1", [
    id,
    takes,
  ]);
}

export interface PhoneCallRow {
  kind: string;
  status: string;
  end_reason: string | null;
  duration_seconds: number | null;
  recording: string;
  legs: { role: string; channel: string; status: string; joined: boolean; who: string | null }[];
}

/** A call with its legs as they began; `who` is the identity of the person. */
export async function readPhoneCall(
  supabase: SandboxSupabase,
  sid: string,
): Promise<PhoneCallRow | undefined> {
  const [call] = await supabase.query<Omit<PhoneCallRow, "legs"> & { id: string }>(
    `select id, kind, status, end_reason, duration_seconds, recording from calls where provider_sid = $1`,
    [sid],
  );
  if (!call) return undefined;
  const { id, ...row } = call;
  const legs = await supabase.query<{
    role: string;
    channel: string;
    status: string;
    joined: boolean;
    profile_id: string | null;
  }>(
    `select role, channel, status, joined_at is not null as joined, profile_id
     from call_participants where call_id = $1 order by role, channel, leg_sid`,
    [id],
  );
  return {
    ...row,
    legs: legs.map(({ profile_id, ...leg }) => ({
      ...leg,
      who: profile_id && identityOf(profile_id),
    })),
  };
}

/** A telephone of the sandbox's, as a test moves it and looks at it. */
export function telephoneOf(sandbox: SandboxEnv, { phone }: Pick<Person, "phone">) {
  const ask = async (action: string, body?: object): Promise<unknown> => {
    const response = await fetch(
      `${sandbox.twilio.url}/phones/${encodeURIComponent(phone)}/${action}`,
      body && { method: "POST", body: JSON.stringify(body) },
    );
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${action}: ${JSON.stringify(answer)}`);
    return answer;
  };
  return {
    behave: (behaviour: { answer: string; digits?: string; machine?: boolean }) =>
      ask("behaviour", { afterSeconds: 0, ...behaviour }),
    call: (body: { to: string; digits?: string }) => ask("call", body) as Promise<TelephoneCall>,
    hangup: () => ask("hangup", {}),
    /** Newest first. */
    calls: () => ask("calls") as Promise<TelephoneCall[]>,
  };
}

interface TelephoneCall {
  sid: string;
  from: string;
  state: "ringing" | "live" | "ended";
  status: string;
  said: string[];
}

/** Makes the voice routes answer the sandbox's Twilio, and lets it speak without taking its time. */
export function serveTelephony(sandbox: SandboxEnv): void {
  sandbox.twilio.context.config.speechCharactersPerSecond = 100_000;
  sandbox.serve({
    "/api/twilio/voice/incoming": () => import("../../app/api/twilio/voice/incoming/route.ts"),
    "/api/twilio/voice/status": () => import("../../app/api/twilio/voice/status/route.ts"),
    "/api/twilio/voice/dial-result": () =>
      import("../../app/api/twilio/voice/dial-result/route.ts"),
    "/api/twilio/voice/whisper": () => import("../../app/api/twilio/voice/whisper/route.ts"),
    "/api/twilio/voice/bridge": () => import("../../app/api/twilio/voice/bridge/route.ts"),
    "/api/twilio/voice/menu": () => import("../../app/api/twilio/voice/menu/route.ts"),
    "/api/twilio/voice/fallback": () => import("../../app/api/twilio/voice/fallback/route.ts"),
  });
}
