import "server-only";
import twilio, { RequestClient, type Twilio } from "twilio";
import { ApiError } from "@/lib/api/errors";
import { env } from "@/lib/env";
import { askAgain } from "@/lib/twilio/ask-again";
import { heedPauses } from "@/lib/twilio/asked-pause";
import { RedirectedClient } from "@/lib/twilio/http-client";
import { traced } from "@/lib/twilio/traced";

const options = { timeout: 10_000, autoRetry: true, maxRetries: 2 };
let client: Twilio | undefined;

/**
 * The REST client of the configured account. It tries again, twice at most, what Twilio turned away
 * unread (429), and questions that failed.
 *
 * @throws ApiError `not_configured` when there is no Twilio account
 */
export function twilioClient(): Twilio {
  const account = env().twilio;
  if (!account) throw new ApiError("not_configured", "Phone services are not set up here.");
  client ??= twilio(account.accountSid, account.authToken, {
    httpClient: askAgain(
      heedPauses(
        traced(
          account.apiUrl
            ? new RedirectedClient(account.apiUrl, options)
            : new RequestClient(options),
        ),
      ),
    ),
  });
  return client;
}
