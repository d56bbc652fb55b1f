import { afterAll } from "vitest";
import { appEnvironment, twilioEnvironment } from "../../sandbox/environment.ts";
import { startTwilio } from "../../sandbox/twilio/server.ts";

const publicUrl = "https://app.example";

/**
 * Starts the sandbox's Twilio alone, for programs that run beside the app.
 *
 * @returns the variables that lead there
 */
export async function startTwilioEnv(): Promise<Record<string, string>> {
  const twilio = await startTwilio({ port: 0, config: { publicUrl } });
  afterAll(() => twilio.close());
  return { ...appEnvironment(publicUrl), ...twilioEnvironment(twilio.url, twilio.config) };
}
