import { existsSync } from "node:fs";
import twilio from "twilio";
import { EnvironmentError, parseEnvironment } from "../lib/env.schema.ts";
import { type Connect, checkAccount } from "../lib/twilio/check-account.ts";
import { RedirectedClient } from "../lib/twilio/http-client.ts";

/** What a check of Twilio does not look at, so that it can be made before the rest is set up. */
const others = {
  APP_SECRET: "not looked at by the check of Twilio",
  NEXT_PUBLIC_SUPABASE_URL: "https://not-looked-at.example",
  NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "not looked at",
  SUPABASE_SECRET_KEY: "not looked at",
};
const signs = { good: "✓", bad: "✗", absent: "–" } as const;

function readEnvironment() {
  for (const file of [".env.local", ".env"]) if (existsSync(file)) process.loadEnvFile(file);
  try {
    return parseEnvironment({ ...process.env, ...others });
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    console.error(error.message);
    return null;
  }
}

async function main(): Promise<boolean> {
  const env = readEnvironment();
  if (!env) return false;
  const connect: Connect = (key) => {
    const { accountSid = "", authToken = "", apiUrl = null } = env.twilio ?? {};
    const httpClient = apiUrl ? new RedirectedClient(apiUrl) : new twilio.RequestClient();
    return key
      ? twilio(key.sid, key.secret, { accountSid, httpClient })
      : twilio(accountSid, authToken, { httpClient });
  };
  const findings = await checkAccount(env, connect);
  for (const { what, state, detail } of findings) console.log(`${signs[state]} ${what}: ${detail}`);
  const wrong = findings.filter(({ state }) => state === "bad");
  const nothing = env.twilio === null;
  console.log(
    wrong.length > 0
      ? `\n${wrong.length} of ${findings.length} are wrong.`
      : nothing
        ? "\nThere is no Twilio account to check."
        : "\nAll that is configured works.",
  );
  return wrong.length === 0 && !nothing;
}

process.exitCode = (await main()) ? 0 : 1;
