import { type SandboxSupabase, startSupabase } from "../../../sandbox/supabase/server.ts";
import { startTwilio } from "../../../sandbox/twilio/server.ts";
import { appUrl, supabasePort, twilioPort } from "../../addresses.ts";
import { root } from "../stack.ts";
import { type SilentTwilio, startSilentTwilio } from "./silent-twilio.ts";
import { Stage } from "./stage.ts";

export interface World {
  supabase: SandboxSupabase;
  twilio: SilentTwilio;
  stage: Stage;
}

/** The two clouds for the built app: the sandbox's Supabase on PostgreSQL, a Twilio without media. */
export async function startWorld(postgresUrl: string): Promise<World & { close(): Promise<void> }> {
  const supabase = await startSupabase({
    port: supabasePort,
    dataDir: null,
    postgresUrl,
    migrationsDir: `${root}supabase/migrations`,
  });
  const base = await startTwilio({ port: 0, config: { publicUrl: appUrl } });
  const twilio = await startSilentTwilio(base, twilioPort);
  return {
    supabase,
    twilio,
    stage: new Stage(twilio, appUrl),
    async close() {
      await twilio.close();
      await base.close();
      await supabase.close();
    },
  };
}
