import { Mail, MessageCircle, MessageSquareText, PhoneCall } from "lucide-react";
import type { VerifyChannel } from "@/lib/auth/verify-channels";

export type Channel = VerifyChannel;

/** How each way is offered, and what to wait for after choosing it. */
export const channelWords = {
  sms: { name: "Text message", Icon: MessageSquareText, sent: "We sent a text message to" },
  voice: { name: "Voice call", Icon: PhoneCall, sent: "We are calling with your code:" },
  whatsapp: { name: "WhatsApp", Icon: MessageCircle, sent: "We sent a WhatsApp message to" },
  email: { name: "Email", Icon: Mail, sent: "We sent an email to" },
} as const satisfies Record<Channel, object>;
