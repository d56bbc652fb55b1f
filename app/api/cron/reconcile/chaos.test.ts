import { expect, test } from "vitest";
import { dice, disturb } from "@/e2e/bench/chaos/mischief";
import { passTime, reconcileAll } from "@/e2e/bench/chaos/reconcile-all";
import { serveCalls } from "@/e2e/bench/chaos/routes";
import { playCalls } from "@/e2e/bench/chaos/scenarios";
import { startSilentTwilio } from "@/e2e/bench/chaos/silent-twilio";
import { Stage } from "@/e2e/bench/chaos/stage";
import { differences } from "@/e2e/bench/chaos/truth";
import { startSandboxEnv } from "@/e2e/integration/sandbox-env";

const sandbox = await startSandboxEnv({ RATE_LIMIT_FACTOR: "100000", OUTBOUND_ALLOW_LIST: "+1*" });
const twilio = await startSilentTwilio(sandbox.twilio, 0);
process.env.TWILIO_API_URL = twilio.url;
serveCalls(sandbox);

// `npm run bench -- chaos` does the same with thousands, in the built app on PostgreSQL.
test("calls of all kinds end as they were, whatever becomes of their callbacks", async () => {
  const stage = new Stage(twilio, sandbox.publicUrl);
  const past = await playCalls(sandbox.supabase, stage, { calls: 25, atOnce: 8 });
  const { items } = disturb(twilio.post.take(), dice(3));
  await Promise.all(items.map((request) => twilio.post.send(request)));
  const untold = await differences(sandbox.supabase, stage, past);
  expect(untold).not.toEqual([]);

  await passTime(sandbox.supabase);
  const { failed, more } = await reconcileAll(sandbox.publicUrl, process.env.CRON_SECRET ?? "");
  expect({ failed, more }).toEqual({ failed: 0, more: false });
  expect(await differences(sandbox.supabase, stage, past)).toEqual([]);
}, 60_000);
