import "server-only";
import { z } from "zod";
import { groupSize } from "@/lib/matches/group-size";

const pairMatches = z
  .array(z.uuid("must be the id of a match"))
  .max(groupSize - 1, `choose at most ${groupSize - 1} of your matches`)
  .refine((ids) => new Set(ids).size === ids.length, "choose each match once");

/** Own pair matches whose people make a group. */
export const startMatchIds = pairMatches.min(2, "choose at least 2 of your matches").meta({
  examples: [["c0a8a7d4-5b1e-4f39-8e26-6f1d2b7c9e03", "5e0d7b92-1c4f-4a86-b3e8-7f2a9d6c1b05"]],
});

/** Own pair matches whose people join a group. */
export const addedMatchIds = pairMatches.min(1, "choose at least 1 of your matches");

/** What a group is called. One of blanks is none. */
export const groupTitle = z
  .string()
  .trim()
  .max(80, "must be at most 80 characters")
  .transform((title) => title || undefined)
  .optional();

export const matchParams = z.object({ matchId: z.uuid("must be the id of a match") });
