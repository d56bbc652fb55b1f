import { commonProblems, type Problem } from "@/lib/calls/client/common-problems";
import { refusals } from "@/lib/calls/client/refusals";

/** Everything that can go wrong with a voice call in the browser. */
export const problems = {
  ...refusals,
  ...commonProblems,
  "microphone-elsewhere": {
    sentence:
      "Your browser asks about the microphone in another Duet tab. Switch to that tab and answer there.",
    action: null,
  },
  connection: {
    sentence: "The connection to the call service was lost. Check your network and try again.",
    action: "try-again",
  },
  token: {
    sentence: "Duet could not confirm who you are for calls. Reload the page and try again.",
    action: "reload",
  },
  media: {
    sentence:
      "Sound could not get through. A firewall or VPN may block calls; try another network.",
    action: "try-again",
  },
  "autoplay-blocked": {
    sentence: "Your browser is holding the sound back.",
    action: "hear",
  },
} as const satisfies Record<string, Problem>;

export type ProblemCode = keyof typeof problems;

// https://www.twilio.com/docs/voice/sdks/error-codes
const byTwilioCode: Record<number, ProblemCode> = {
  20101: "token",
  20104: "token",
  20151: "token",
  31000: "connection",
  31003: "connection",
  31005: "connection",
  31009: "connection",
  31201: "token",
  31202: "token",
  31203: "token",
  31204: "token",
  31205: "token",
  31206: "too-many",
  31207: "token",
  31401: "microphone-denied",
  31402: "microphone-missing",
  53000: "connection",
  53001: "connection",
  53400: "media",
  53402: "media",
  53405: "media",
};

// https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia
const byName: Record<string, ProblemCode> = {
  NotAllowedError: "microphone-denied",
  SecurityError: "microphone-denied",
  NotFoundError: "microphone-missing",
  OverconstrainedError: "microphone-missing",
  NotReadableError: "microphone-taken",
  AbortError: "microphone-taken",
  NotSupportedError: "unsupported",
};

/** A failure that already knows what it means to a person. */
export class CallProblem extends Error {
  readonly problem: ProblemCode;

  constructor(problem: ProblemCode, options?: ErrorOptions) {
    super(problems[problem].sentence, options);
    this.name = "CallProblem";
    this.problem = problem;
  }
}

/** Names what an error of the SDK (by its code) or of the browser (by its name) means to a person. */
export function problemOf(error: unknown): ProblemCode {
  if (error instanceof CallProblem) return error.problem;
  if (typeof error !== "object" || error === null) return "unknown";
  const code = "code" in error && typeof error.code === "number" ? byTwilioCode[error.code] : null;
  if (code) return code;
  const name = "name" in error && typeof error.name === "string" ? byName[error.name] : null;
  return name ?? "unknown";
}

/** Quality warnings of the SDK, each of which lowers what one of the two people hears. */
const networkWarnings = new Set([
  "high-rtt",
  "low-mos",
  "high-jitter",
  "high-packet-loss",
  "high-packets-lost-fraction",
  "ice-connectivity-lost",
]);

/** One sentence for the warnings in force, the most useful first; null when all is well. */
export function qualitySentence(warnings: readonly string[], muted: boolean): string | null {
  if (warnings.includes("constant-audio-input-level") && !muted) {
    return "Your microphone is silent. Check that it is on, or choose another.";
  }
  if (warnings.some((warning) => networkWarnings.has(warning))) {
    return "The connection is weak, so you may miss words. Move closer to the router, or switch networks.";
  }
  return null;
}
