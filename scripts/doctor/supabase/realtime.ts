import { type Finding, findingsOf } from "../finding.ts";
import type { Env } from "../readable.ts";
import { connectSupabase, patienceMs } from "./connect.ts";

const { ok, fail } = findingsOf("Supabase");
const nobody = "00000000-0000-4000-8000-000000000000";

type Outcome = { joined: true } | { joined: false; reason: string };

/** Whether a visitor is kept out of Realtime, as out of the channels of people and matches. */
export async function checkRealtime({ supabase }: Env): Promise<Finding[]> {
  const client = connectSupabase(supabase.url, supabase.publishableKey);
  const join = (topic: string, isPrivate: boolean) =>
    new Promise<Outcome>((resolve) => {
      const channel = client.channel(topic, { config: { private: isPrivate } });
      channel.subscribe((status, error) => {
        if (status === "SUBSCRIBED") resolve({ joined: true });
        else resolve({ joined: false, reason: error?.message ?? status });
      }, patienceMs);
    });
  const [open, guarded] = await Promise.all([join("doctor", false), join(`user:${nobody}`, true)]);
  // Its end takes a third of a second, and tells nothing more.
  void client.removeAllChannels();
  return judge(open, guarded);
}

/** Realtime says `PrivateOnly` where a setting refuses, and `Unauthorized` where a policy does. */
function judge(open: Outcome, guarded: Outcome): Finding[] {
  if (open.joined) {
    const mend = 'Switch "Allow public access" off under Realtime, Settings.';
    return [fail("Realtime", "Anybody can open channels of their own.", mend)];
  }
  if (guarded.joined) {
    const mend = "npx supabase db push: the policies on realtime.messages are missing.";
    return [fail("Realtime", "A visitor can listen to somebody's channel.", mend)];
  }
  if (!/private/i.test(open.reason) || !/unauthorized|permission/i.test(guarded.reason)) {
    const mend = "Look at Realtime, Inspector and Logs in Supabase's dashboard.";
    return [fail("Realtime", `It does not answer: ${open.reason}; ${guarded.reason}.`, mend)];
  }
  return [ok("Realtime", "Channels are private, and visitors are kept out.")];
}
