import twilio from "twilio";
import { RedirectedClient } from "../../../lib/twilio/http-client.ts";
import type { RunningTwilio } from "../server.ts";

/**
 * The official SDK, unmodified, on a sandbox.
 * @param credentials the account's own when absent
 */
export function clientOf(
  { url, config }: RunningTwilio,
  credentials = { user: config.accountSid, password: config.authToken },
) {
  return twilio(credentials.user, credentials.password, {
    accountSid: config.accountSid,
    httpClient: new RedirectedClient(url),
  });
}
