import type { ClientMessage } from "./messages.ts";

/** What a device can say about one call. */
export type PartyMessage = Extract<
  ClientMessage,
  { type: "answer" | "hangup" | "reject" | "dtmf" | "reinvite" }
>;

/** One call as one device sees it: an invitation that rings there, or a leg. */
export interface Party {
  onMessage(message: PartyMessage): void | Promise<void>;
  /** The device's socket is gone; it may be back within so many seconds. */
  onLost(windowSeconds: number): void;
}
