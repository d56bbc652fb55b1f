/**
 * What a push carries to the service worker, encrypted for that browser alone. No number is in it,
 * and of people no more than the first name.
 */
export interface PushPayload {
  type: "call" | "missed" | "over" | "message" | "match" | "request" | "test";
  /** One notification for each tag: a newer one replaces it. */
  tag: string;
  title: string;
  body: string;
  /** Page to open, like /matches/<id>. */
  path: string;
  /** Epoch milliseconds at which it was sent. */
  at: number;
}

/** How the push services are to treat it. */
export interface PushManner {
  /** Seconds that it is kept for a browser that is not connected. */
  ttl: number;
  urgency: "high" | "normal";
}

/** Somebody waits on the other end, but not for long. */
export const urgent: PushManner = { ttl: 30, urgency: "high" };
/** It is still worth reading tomorrow. */
export const lasting: PushManner = { ttl: 86_400, urgency: "normal" };
