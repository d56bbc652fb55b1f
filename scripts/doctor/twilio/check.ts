import type { Twilio } from "twilio";
import { connectTwilio, type TwilioAccount } from "../../connect-twilio.ts";
import { type Finding, findingsOf } from "../finding.ts";
import type { Env } from "../readable.ts";
import { checkCredentials } from "./account.ts";
import { checkCalls } from "./calls.ts";
import { checkGeo } from "./geo.ts";
import { checkNumbers } from "./numbers.ts";
import { checkVerify } from "./verify.ts";

export interface TwilioContext {
  env: Env;
  account: TwilioAccount;
  /** Signs in with an API key in place of the auth token when given one. */
  connect(key?: { sid: string; secret: string }): Twilio;
}

export type TwilioCheck = (context: TwilioContext) => Promise<Finding[]>;

const { skip } = findingsOf("Twilio");

/** Looks at the account by reading resources, which costs nothing. */
export async function checkTwilio(env: Env): Promise<Finding[]> {
  const account = env.twilio;
  if (!account) return [skip("Account", "TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN are not set.")];
  const context = { env, account, connect: connectTwilio.bind(null, account) };
  const credentials = await checkCredentials(context);
  if (credentials.some(({ state }) => state === "fail")) return credentials;
  const checks = [checkCalls, checkVerify, checkNumbers, checkGeo];
  const rest = await Promise.all(checks.map((check) => check(context)));
  return [...credentials, ...rest.flat()];
}
