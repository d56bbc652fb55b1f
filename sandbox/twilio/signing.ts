import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks.js";

export interface SignedRequest {
  method: "GET" | "POST";
  url: string;
  headers: Record<string, string>;
  body: string | undefined;
}

/**
 * Builds a webhook as Twilio sends it: parameters in the form body of a POST or in the query of
 * a GET, and `X-Twilio-Signature` over the URL and the body's parameters.
 * Source: https://www.twilio.com/docs/usage/security#validating-requests
 */
export function signRequest(
  authToken: string,
  request: {
    url: string;
    method: "GET" | "POST";
    params: Record<string, string>;
    idempotencyToken: string;
  },
): SignedRequest {
  const encoded = new URLSearchParams(request.params).toString();
  const post = request.method === "POST";
  const separator = request.url.includes("?") ? "&" : "?";
  const url = post || !encoded ? request.url : `${request.url}${separator}${encoded}`;
  return {
    method: request.method,
    url,
    headers: {
      Accept: "*/*",
      "User-Agent": "TwilioProxy/1.1",
      "I-Twilio-Idempotency-Token": request.idempotencyToken,
      "X-Twilio-Signature": getExpectedTwilioSignature(authToken, url, post ? request.params : {}),
      ...(post && { "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8" }),
    },
    body: post ? encoded : undefined,
  };
}
