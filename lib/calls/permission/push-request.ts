import "server-only";
import { after } from "next/server";
import { log } from "@/lib/log";
import { notifyCallRequest } from "@/lib/push/call-requests";

/** Pushes a request to call to whoever is asked, once the asker has their answer. */
export function pushCallRequest(request: Parameters<typeof notifyCallRequest>[0]): void {
  after(async () => {
    try {
      log.info({ browsers: await notifyCallRequest(request) }, "call request");
    } catch (error) {
      log.warn({ error }, "call request not pushed");
    }
  });
}
