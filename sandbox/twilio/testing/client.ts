import twilio from "twilio";
import RequestClient from "twilio/lib/base/RequestClient.js";
import type { RunningTwilio } from "../server.ts";

/** The SDK's own HTTP client, with every Twilio host replaced by the sandbox's origin. */
class SandboxClient extends RequestClient {
  readonly #origin: string;

  constructor(origin: string) {
    super();
    this.#origin = origin;
  }

  override request<TData>(options: RequestClient.RequestOptions<TData>) {
    const uri = options.uri.replace(/^https:\/\/[a-z.]+\.twilio\.com/, this.#origin);
    return super.request({ ...options, uri });
  }
}

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
    httpClient: new SandboxClient(url),
  });
}
