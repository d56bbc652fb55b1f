import { z } from "zod";
import { maxDetails, reportReasons } from "@/lib/reports/reasons";

/** What somebody reports. */
export const reportFields = z.object({
  profileId: z.uuid("must be the id of a profile"),
  reason: z.enum(reportReasons, "must be one of the reasons"),
  details: z.string().max(maxDetails, `must have at most ${maxDetails} characters`).default(""),
  matchId: z
    .uuid("must be the id of a match")
    .optional()
    .describe("where it happened; its latest messages are kept as evidence"),
  callSid: z
    .string()
    .regex(/^(CA|RM)[0-9a-f]{32}$/, "must be the SID of a call")
    .optional(),
  block: z.boolean().default(false).describe("whether to block the person, too"),
});

export const reportParams = z.object({ id: z.uuid("must be the id of a report") });
