import jwt from "jsonwebtoken";
import type { TwilioSandboxConfig } from "../config.ts";
import { newSid } from "../twilio/sids.ts";

const hours = 12;

/**
 * A Voice access token with which a page of the console is a telephone.
 * @see https://www.twilio.com/docs/iam/access-tokens
 */
export function phoneToken(
  { accountSid, apiKey, apiSecret, twimlAppSid }: TwilioSandboxConfig,
  identity: string,
): string {
  const voice = { incoming: { allow: true }, outgoing: { application_sid: twimlAppSid } };
  return jwt.sign({ grants: { identity, voice } }, apiSecret, {
    issuer: apiKey,
    subject: accountSid,
    jwtid: newSid("SK"),
    expiresIn: `${hours}h`,
    header: { alg: "HS256", typ: "JWT", cty: "twilio-fpa;v=1" },
  });
}
