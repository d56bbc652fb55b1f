import type { ApiFailure } from "@/lib/http/call-api";

/** What is said of a request to our own API that was not answered. */
export function noAnswer(): ApiFailure {
  const message = navigator.onLine
    ? "No answer from Duet. Please try again in a moment."
    : "You are offline. Connect to the internet and try again.";
  return { code: "offline", message, retryAfterSeconds: null };
}
