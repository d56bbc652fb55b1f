import "server-only";
import { after } from "next/server";
import { log } from "@/lib/log";
import { notifyCallOver, notifyIncomingCall, notifyMissedCall } from "@/lib/push/calls";

/** Pushes those who are called, once whoever asked has their answer. A failure is for the log alone. */
export function pushRingingCall(callId: string): void {
  inBackground(callId, "ringing", () => notifyIncomingCall(callId));
}

/** Pushes those who have missed a call. */
export function pushMissedCall(callId: string): void {
  inBackground(callId, "missed", () => notifyMissedCall(callId));
}

/** Tells those who were pushed that it rings no more. @param missed - they are told that anyway */
export function pushSettledCall(callId: string, missed: boolean): void {
  inBackground(callId, "over", () => notifyCallOver(callId, missed));
}

function inBackground(callId: string, what: string, push: () => Promise<number>): void {
  after(async () => {
    try {
      log.info({ callId, what, pushed: await push() }, "call pushed");
    } catch (error) {
      log.warn({ callId, what, error }, "call not pushed");
    }
  });
}
