import type { Problem } from "@/lib/calls/client/common-problems";

/** What keeps a call from being made at all: apart, because every page carries these along. */
export const refusals = {
  offline: {
    sentence: "You are offline. Check your connection and try again.",
    action: "try-again",
  },
  unavailable: {
    sentence: "Calls are not available right now. Try again in a few minutes.",
    action: "try-again",
  },
  unsupported: {
    sentence: "This browser cannot make calls. Use a current Chrome, Safari, Firefox or Edge.",
    action: null,
  },
} as const satisfies Record<string, Problem>;
