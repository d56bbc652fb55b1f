import jwt from "jsonwebtoken";
import { expect, test } from "vitest";
import { twilioDefaults as config } from "../../config.ts";
import { ApiKeys } from "../keys.ts";
import { verifyAccessToken } from "./access-token.ts";

const now = Date.UTC(2026, 0, 15, 12);
const nowSeconds = now / 1000;

const claims = {
  iss: config.apiKey,
  sub: config.accountSid,
  iat: nowSeconds,
  nbf: nowSeconds,
  exp: nowSeconds + 3600,
  grants: {
    identity: "alice",
    voice: { incoming: { allow: true }, outgoing: { application_sid: config.twimlAppSid } },
  },
};

const sign = (more: object, secret = config.apiSecret, algorithm: jwt.Algorithm = "HS256") =>
  jwt.sign({ ...claims, ...more }, secret, { algorithm });

const keys = new ApiKeys(config, () => now);
const verify = (token: string) => verifyAccessToken(token, keys, now);

test("a valid token says who may do what until when", () => {
  expect(verify(sign({}))).toEqual({
    identity: "alice",
    issuedAt: now,
    expiresAt: now + 3_600_000,
    outgoingApplicationSid: config.twimlAppSid,
    incomingAllowed: true,
  });
  const bare = verify(sign({ grants: { identity: "alice", voice: {} } }));
  expect(bare).toMatchObject({ outgoingApplicationSid: null, incomingAllowed: false });
});

test.each([
  ["another key", sign({ iss: `SK${"0".repeat(32)}` }), 31201],
  ["another account", sign({ sub: `AC${"0".repeat(32)}` }), 31201],
  ["another secret", sign({}, "0".repeat(32)), 31204],
  ["another algorithm", sign({}, config.apiSecret, "HS512"), 31204],
  ["no voice grant", sign({ grants: { identity: "alice" } }), 31204],
  ["no identity", sign({ grants: { voice: {} } }), 31204],
  ["a start in the future", sign({ nbf: nowSeconds + 60 }), 31204],
  ["no token at all", "nonsense", 31204],
  ["its time over", sign({ exp: nowSeconds }), 31205],
])("a token with %s is refused with its code", (_what, token, code) => {
  expect(() => verify(token)).toThrow(expect.objectContaining({ code }));
});
