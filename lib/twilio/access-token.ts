import "server-only";
import twilio from "twilio";
import { ApiError } from "@/lib/api/errors";
import { env } from "@/lib/env";

const { AccessToken } = twilio.jwt;
const voiceTtlSeconds = 3600;
/** Twilio lets nobody reconnect with a token that has expired, and a call lasts 4 hours at most. */
const videoTtlSeconds = 5 * 3600;

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
    ttl: voiceTtlSeconds,
  });
  token.addGrant(
    new AccessToken.VoiceGrant({
      outgoingApplicationSid: voice.twimlAppSid,
      incomingAllow: true,
    }),
  );
  return token.toJwt();
}

/**
 * A token that opens one room and nothing else, valid for longer than any call.
 *
 * @param identity - as identityOf makes it
 * @param room - RoomSid: unlike a room's name it is never used again
 * @throws ApiError `not_configured` without Twilio's API key
 */
export function videoAccessToken(identity: string, room: string): string {
  const { twilio: account, video } = env();
  if (!account || !video) throw new ApiError("not_configured", "Video calls are not set up here.");
  const token = new AccessToken(account.accountSid, video.apiKey, video.apiSecret, {
    identity,
    ttl: videoTtlSeconds,
  });
  token.addGrant(new AccessToken.VideoGrant({ room }));
  return token.toJwt();
}
