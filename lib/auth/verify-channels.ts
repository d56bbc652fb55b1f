import "server-only";
import { ApiError } from "@/lib/api/errors";
import type { Recipient } from "@/lib/auth/recipient";
import { env } from "@/lib/env";
import { verifyChannels as allChannels } from "@/lib/env.schema";

export type VerifyChannel = (typeof allChannels)[number];

const sentences: Record<VerifyChannel, string> = {
  sms: "Codes by text message are not offered here.",
  voice: "Codes by phone call are not offered here.",
  whatsapp: "Codes by WhatsApp are not offered here.",
  email: "Codes by e-mail are not offered here.",
};

/** The ways in which a code can be sent here, in the order in which to offer them; maybe none. */
export function verifyChannels(): VerifyChannel[] {
  return env().verify?.channels ?? [];
}

/** The channel that a text names, if there is such a channel at all. */
export function asVerifyChannel(text: string | undefined): VerifyChannel | undefined {
  return allChannels.find((channel) => channel === text);
}

/**
 * The Verify service, when it is there and has the channel.
 *
 * @throws ApiError `not_configured` without a service, `channel_not_available`
 */
export function requireChannel(channel: VerifyChannel): void {
  requireVerifyService();
  if (!verifyChannels().includes(channel)) {
    throw new ApiError("channel_not_available", sentences[channel], {
      fields: { channel: `is not one of: ${verifyChannels().join(", ")}` },
    });
  }
}

/**
 * SID of the Verify service.
 *
 * @throws ApiError `not_configured`
 */
export function requireVerifyService(): string {
  const { verify } = env();
  if (!verify) throw new ApiError("not_configured", "Sign-in by code is not set up here.");
  return verify.serviceSid;
}

/**
 * The channel to use for a recipient.
 *
 * @param wanted - as the request says; the usual one of the recipient's kind when it does not
 * @throws ApiError `invalid_request` for a text to an e-mail address or the like
 */
export function channelFor({ kind }: Recipient, wanted?: VerifyChannel): VerifyChannel {
  const channel = wanted ?? (kind === "email" ? "email" : "sms");
  if ((channel === "email") !== (kind === "email")) {
    throw new ApiError("invalid_request", "This channel does not go with this recipient.", {
      fields: { channel: kind === "email" ? "must be email" : "must not be email" },
    });
  }
  return channel;
}
