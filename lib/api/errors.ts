import "server-only";

/** Every code that the API can answer, and its HTTP status. */
export const errorStatus = {
  invalid_request: 400,
  invalid_phone: 400,
  unsupported_country: 400,
  premium_number: 400,
  number_not_allowed: 400,
  channel_not_available: 400,
  wrong_code: 400,
  unauthorized: 401,
  forbidden: 403,
  bad_origin: 403,
  bad_signature: 403,
  foreign_identity: 403,
  not_reachable: 403,
  calls_off: 403,
  consent_needed: 403,
  account_closed: 403,
  phone_calls_off: 403,
  external_calls_off: 403,
  unsubscribed: 403,
  not_found: 404,
  code_expired: 404,
  busy: 409,
  call_over: 409,
  conflict: 409,
  phone_needed: 409,
  forwarding_loop: 409,
  number_taken: 409,
  limit_reached: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  resend_too_soon: 429,
  too_many_checks: 429,
  too_many_sends: 429,
  internal_error: 500,
  provider_error: 502,
  not_configured: 503,
  no_free_number: 503,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

interface ErrorDetails {
  /** What is wrong with each field of the request, by name. */
  fields?: Record<string, string>;
  /** Seconds after which the same request may succeed. */
  retryAfterSeconds?: number;
  /** Twilio's own code of the failure: https://www.twilio.com/docs/api/errors */
  providerCode?: number;
  /** The failure behind this one: for the log, never for the client. */
  cause?: unknown;
}

/** A failure with a code of the table and a sentence that may be shown to a person. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string> | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly providerCode: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    { fields, retryAfterSeconds, providerCode, cause }: ErrorDetails = {},
  ) {
    super(message, { cause });
    this.name = "ApiError";
    this.code = code;
    this.fields = fields;
    this.retryAfterSeconds = retryAfterSeconds;
    this.providerCode = providerCode;
  }

  get status(): number {
    return errorStatus[this.code];
  }
}
