import type { ContentfulStatusCode } from "hono/utils/http-status";

/** A refusal in Twilio's shape; thrown anywhere below a route, answered by the REST app. */
export class TwilioError extends Error {
  readonly status: ContentfulStatusCode;
  /** From https://www.twilio.com/docs/api/errors */
  readonly code: number;

  constructor(status: ContentfulStatusCode, code: number, message: string) {
    super(message);
    this.name = "TwilioError";
    this.status = status;
    this.code = code;
  }

  /** The body Twilio sends along with the status. */
  toJSON(): { code: number; message: string; more_info: string; status: number } {
    return {
      code: this.code,
      message: this.message,
      more_info: `https://www.twilio.com/docs/errors/${this.code}`,
      status: this.status,
    };
  }
}

/** Twilio's answer for a path or SID that does not exist. */
export function notFound(path: string): TwilioError {
  return new TwilioError(404, 20404, `The requested resource ${path} was not found`);
}
