import { z } from "zod";

/** Keys as a script gives them: `w` ends what is pressed at one prompt. */
export const scriptedDigits = z
  .string()
  .regex(/^[\d*#wW]+$/, "Digits are 0-9, *, # and w between prompts");

/** What a phone's owner is to say, in words. */
export const spokenText = z.string().trim().min(1).max(1000);

/** What a phone does when it rings, as it is set over HTTP. */
export const habitSchema = z.object({
  answer: z.enum(["answer", "busy", "no-answer", "reject", "manual"]),
  /** Seconds of ringing before it does so. */
  afterSeconds: z.number().min(0).max(600).optional(),
  /** Keys to press as prompts come. */
  digits: scriptedDigits.optional(),
  /** Words to say once somebody listens. */
  says: spokenText.optional(),
  /** An answering machine picks up, and not a person. */
  machine: z.boolean().optional(),
});

export type PhoneBehaviour = z.infer<typeof habitSchema>;

/** What a phone does until somebody tells it otherwise. */
export const usualBehaviour: PhoneBehaviour = { answer: "answer", afterSeconds: 1 };
