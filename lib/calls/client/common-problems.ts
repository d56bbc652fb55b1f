/** What a button beside a problem does about it. */
type ProblemAction = "try-again" | "hear" | "sign-in" | "reload" | null;

export interface Problem {
  /** Says to the person what is wrong and what to do. */
  sentence: string;
  action: ProblemAction;
}

/** What can go wrong with a voice call and in a room alike. */
export const commonProblems = {
  "microphone-denied": {
    sentence:
      "Duet may not use your microphone. Allow it in your browser's site settings, next to the address, and try again.",
    action: "try-again",
  },
  "microphone-missing": {
    sentence: "No microphone was found. Plug one in, or connect a headset, and try again.",
    action: "try-again",
  },
  "microphone-taken": {
    sentence: "Another app is using your microphone. Close it and try again.",
    action: "try-again",
  },
  "microphone-lost": {
    sentence: "Your microphone stopped. Choose another one, or plug it in again.",
    action: null,
  },
  "signed-out": {
    sentence: "You have been signed out. Sign in again to call.",
    action: "sign-in",
  },
  "too-many": {
    sentence: "Too many calls in a short time. Wait a minute and try again.",
    action: "try-again",
  },
  unknown: {
    sentence: "The call could not be connected. Try again.",
    action: "try-again",
  },
} as const satisfies Record<string, Problem>;
