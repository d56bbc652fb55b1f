import twilio, { type Twilio } from "twilio";
import { RedirectedClient } from "../lib/twilio/http-client.ts";

export interface TwilioAccount {
  accountSid: string;
  authToken: string;
  /** Replaces the origin of every request; null for Twilio's own. */
  apiUrl: string | null;
}

const options = { timeout: 10_000, autoRetry: true, maxRetries: 3 };

/**
 * The official client of an account.
 *
 * @param key - signs in with an API key in place of the auth token
 */
export function connectTwilio(
  { accountSid, authToken, apiUrl }: TwilioAccount,
  key?: { sid: string; secret: string },
): Twilio {
  const httpClient = apiUrl
    ? new RedirectedClient(apiUrl, options)
    : new twilio.RequestClient(options);
  return key
    ? twilio(key.sid, key.secret, { accountSid, httpClient })
    : twilio(accountSid, authToken, { httpClient });
}
