import { z } from "zod";
import { route } from "@/lib/api/route";
import { isKnownDevice } from "@/lib/auth/known-device";
import { readRecipient } from "@/lib/auth/recipient";
import { recipientFields } from "@/lib/auth/request-fields";
import { channelFor } from "@/lib/auth/verify-channels";
import { startVerification } from "@/lib/auth/verify-start";

/** Sends a code by text, call, WhatsApp or e-mail. */
export const POST = route(
  {
    access: "public",
    kind: "codes",
    summary: "Send a sign-in code",
    body: z.object({
      ...recipientFields,
      channel: z
        .enum(["sms", "voice", "whatsapp", "email"], "must be sms, voice, whatsapp or email")
        .optional()
        .describe("sms unless given; email, and nothing else, for an e-mail address"),
    }),
    response: z.object({
      status: z.literal("pending"),
      phone: z.string().optional().describe("The number in E.164"),
      email: z.string().optional(),
      resendAfterSeconds: z.int().describe("When another code may be asked for"),
    }),
    errors: [
      "invalid_phone",
      "unsupported_country",
      "premium_number",
      "number_not_allowed",
      "channel_not_available",
      "resend_too_soon",
      "rate_limited",
      "too_many_sends",
      "not_configured",
      "provider_error",
    ],
  },
  async ({ body, ip }) => {
    const recipient = readRecipient(body);
    const channel = channelFor(recipient, body.channel);
    const { resendAfterSeconds } = await startVerification({
      ...{ recipient, channel, ip },
      isKnownDevice: await isKnownDevice(recipient),
    });
    return { status: "pending", [recipient.kind]: recipient.to, resendAfterSeconds };
  },
);
