import "server-only";
import twilio from "twilio";
import { ApiError } from "@/lib/api/errors";
import { env } from "@/lib/env";

const { AccessToken } = twilio.jwt;
const ttlSeconds = 3600;

/**
 * A token with which a browser registers for calls and places them, valid for an hour.
 * https://www.twilio.com/docs/iam/access-tokens
 *
 * @param identity - as identityOf makes it
 * @throws ApiError `not_configured` without Twilio's API key and TwiML app
 */
export function voiceAccessToken(identity: string): string {
  const { twilio: account, voice } = env();
  if (!account || !voice) throw new ApiError("not_configured", "Calls are not set up here.");
  const token = new AccessToken(account.accountSid, voice.apiKey, voice.apiSecret, {
    identity,
    ttl: ttlSeconds,
  });
  token.addGrant(
    new AccessToken.VoiceGrant({
      outgoingApplicationSid: voice.twimlAppSid,
      incomingAllow: true,
    }),
  );
  return token.toJwt();
}
