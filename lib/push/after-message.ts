import "server-only";
import { after } from "next/server";
import { log } from "@/lib/log";
import { notifyMessage } from "@/lib/push/messages";

/**
 * Pushes those who have not seen a message, once its sender has their answer: the sender waits for
 * nothing, and learns nothing of the others' devices.
 */
export function pushMessage(messageId: string, senderId: string): void {
  after(async () => {
    try {
      log.info({ messageId, pushed: await notifyMessage(messageId, senderId) }, "message pushed");
    } catch (error) {
      log.warn({ messageId, error }, "message not pushed");
    }
  });
}
