import { z } from "zod";

/** What each part of the sandbox can be made to do wrong. */
const kindsOf = {
  webhook: ["drop", "delay", "duplicate", "reorder", "corrupt", "status"],
  rest: ["drop", "delay", "timeout", "status"],
  edge: ["cut", "refuse", "slow", "drop", "delay"],
  token: ["expire", "outdate"],
  database: ["drop", "timeout", "status"],
} as const;

export type FaultTarget = keyof typeof kindsOf;
export type FaultKind = (typeof kindsOf)[FaultTarget][number];

const targets: [FaultTarget, ...FaultTarget[]] = ["webhook", "rest", "edge", "token", "database"];
const everyKind = z.enum([...new Set(Object.values(kindsOf).flat())]);

/** A disturbance as a tester asks for it. */
export const faultInput = z
  .object({
    target: z.enum(targets),
    kind: everyKind,
    /** Applies only to subjects in which this occurs, `*` standing for anything; absent, to all. */
    match: z.string().max(500).optional(),
    /** What a `status` fault answers, 500 when absent. */
    status: z.literal([429, 500, 502, 503, 504]).optional(),
    /** Sent along with the status. */
    retryAfterSeconds: z.int().min(0).max(3600).optional(),
    delayMs: z.int().min(0).max(60_000).optional(),
    /** How many of a hundred it strikes; each one when absent. */
    percent: z.number().gt(0).max(100).optional(),
    /** Of a `slow` edge: how many of a hundred packets of sound and picture get lost. */
    lossPercent: z.number().min(0).max(100).optional(),
    /** What a `corrupt` webhook arrives with damage to: the signature when absent. */
    part: z.enum(["signature", "body"]).optional(),
    /** How often it strikes before it is spent; without a limit when absent. */
    times: z.int().min(1).optional(),
  })
  .check(({ value: { target, kind, ...options }, issues }) => {
    const kinds: readonly string[] = kindsOf[target];
    const refuse = (path: string, message: string) => {
      issues.push({ code: "custom", path: [path], message, input: options });
    };
    if (!kinds.includes(kind)) refuse("kind", "This target has no such kind of fault");
    if (options.part && kind !== "corrupt") refuse("part", "Only of a corrupt webhook");
    if (options.lossPercent !== undefined && kind !== "slow") {
      refuse("lossPercent", "Only of a slow edge");
    }
    if (options.times !== undefined && kind === "slow") {
      refuse("times", "A slow edge has no number of times: it is slow until that is taken away");
    }
  });

export type FaultInput = z.infer<typeof faultInput>;
