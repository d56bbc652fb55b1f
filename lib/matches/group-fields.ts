import "server-only";
import { z } from "zod";
import { groupSize } from "@/lib/matches/group-size";

const pairMatches = z
  .array(z.uuid("must be the id of a match"))
  .max(groupSize - 1, `choose at most ${groupSize - 1} of your matches`)
  .refine((ids) => new Set(ids).size === ids.length, "choose each match once");

/** Own pair matches whose people make a group. */
export const startMatchIds = pairMatches.min(2, "choose at least 2 of your matches");

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
