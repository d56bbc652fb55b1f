import "server-only";
import { z } from "zod";
import { firstNameOf } from "@/lib/calls/first-name";
import { env } from "@/lib/env";
import { lasting, type PushPayload } from "@/lib/push/payload";
import { sendPushes } from "@/lib/push/send";
import { awake, pushTarget } from "@/lib/push/targets";
import { adminClient } from "@/lib/supabase/admin";
import { Constants } from "@/lib/supabase/database.types";
import { formatDuration } from "@/lib/time/duration";

const { match_kind, message_kind } = Constants.public.Enums;
const longestPreview = 140;

const alert = z
  .object({
    match_id: z.uuid(),
    match_kind: z.enum(match_kind),
    title: z.string().nullable(),
    sender_name: z.string(),
    kind: z.enum(message_kind),
    body: z.string().nullable(),
    media_seconds: z.number().nullable(),
    targets: z.array(pushTarget),
  })
  .nullable();
type MessageAlert = NonNullable<z.infer<typeof alert>>;

/**
 * Tells of a message to those who have not read it, do not have the app in view, and want to know.
 * Each message once, however often this is asked.
 *
 * @param senderId - whose message it must be
 * @returns how many browsers were pushed; 0 as well for a message that is not theirs
 * @throws PostgrestError when the database does not answer
 */
export async function notifyMessage(messageId: string, senderId: string): Promise<number> {
  if (!env().push) return 0;
  const { data } = await adminClient()
    .rpc("claim_message_alert", { p_message_id: messageId, p_sender_id: senderId })
    .throwOnError();
  const message = alert.parse(data);
  if (!message) return 0;
  return sendPushes(
    awake(message.targets),
    ({ show_preview }) => payloadOf(message, show_preview),
    lasting,
  );
}

function payloadOf(message: MessageAlert, showPreview: boolean): PushPayload {
  const sender = firstNameOf(message.sender_name, "Somebody");
  const isGroup = message.match_kind === "group";
  const where = isGroup ? (showPreview && message.title) || "your group" : null;
  return {
    type: "message",
    tag: `messages:${message.match_id}`,
    title: where ? `${sender} in ${where}` : sender,
    body: showPreview ? preview(message) : "New message",
    path: `/matches/${message.match_id}`,
    at: Date.now(),
  };
}

function preview({ kind, body, media_seconds: seconds }: MessageAlert): string {
  if (kind === "voice_note") return `Voice note, ${formatDuration(seconds ?? 0)}`;
  const text = (body ?? "").replaceAll(/\s+/g, " ").trim();
  const letters = Array.from(text);
  return letters.length > longestPreview
    ? `${letters.slice(0, longestPreview).join("")}…`
    : text || "New message";
}
