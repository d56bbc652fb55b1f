import twilio from "twilio";
import { expect, test } from "vitest";
import { ApiError } from "@/lib/api/errors";
import { asVerifyError, isRefusal, isUnknownVerification } from "@/lib/auth/verify-errors";

const refusal = (statusCode: number, code: number) =>
  new twilio.RestException({
    statusCode,
    body: JSON.stringify({ code, message: "Cannot send to +14155550101" }),
  });

test.each([
  [400, 60200, "invalid_phone", undefined],
  [429, 60202, "too_many_checks", 600],
  [429, 60203, "too_many_sends", 600],
  [403, 60205, "channel_not_available", undefined],
  [429, 60212, "unavailable", 5],
  [403, 60217, "channel_not_available", undefined],
  [403, 60410, "number_not_allowed", 3600],
  [403, 60605, "number_not_allowed", undefined],
])("Verify's %i with code %i is %s", (status, code, ours, retryAfterSeconds) => {
  const error = refusal(status, code);
  expect(asVerifyError(error)).toMatchObject({ code: ours, retryAfterSeconds });
  expect(isRefusal(error)).toBe(true);
});

test.each([
  ["is overloaded", refusal(429, 20429), "unavailable", 10],
  ["is broken", refusal(500, 20500), "unavailable", 10],
  ["cannot be reached", new Error("connect ECONNREFUSED"), "unavailable", 10],
  ["refuses our credentials", refusal(401, 20003), "provider_error", undefined],
])("when Verify %s the person is not to blame", (_what, error, ours, retryAfterSeconds) => {
  expect(asVerifyError(error)).toMatchObject({ code: ours, retryAfterSeconds, cause: error });
  expect(isRefusal(error)).toBe(false);
});

test("what a person reads quotes neither Twilio nor the number", () => {
  expect(asVerifyError(refusal(400, 60200)).message).not.toMatch(/Cannot send|\d{4}/);
});

test("a verification that Twilio does not know is told from other refusals", () => {
  expect(isUnknownVerification(refusal(404, 20404))).toBe(true);
  expect(isUnknownVerification(refusal(429, 60202))).toBe(false);
});

test("an error of our own passes", () => {
  const own = new ApiError("not_configured", "Not set up.");
  expect(asVerifyError(own)).toBe(own);
});
