import { twilioDefaults } from "../../sandbox/config.ts";
import {
  appEnvironment,
  supabaseEnvironment,
  twilioEnvironment,
} from "../../sandbox/environment.ts";
import { publishableKey, secretKey } from "../../sandbox/supabase/keys.ts";

/**
 * Sets a complete `process.env` without anything behind its addresses, for tests of what needs no
 * service. Port 9 refuses every connection.
 */
export function setPlainEnv(overrides: Record<string, string> = {}): void {
  const nowhere = "http://127.0.0.1:9";
  Object.assign(process.env, {
    LOG_LEVEL: "silent",
    ...appEnvironment("https://duet.example"),
    ...supabaseEnvironment({ url: nowhere, publishableKey, secretKey }),
    ...twilioEnvironment(nowhere, twilioDefaults),
    ...overrides,
  });
}
