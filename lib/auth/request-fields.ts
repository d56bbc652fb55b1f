import "server-only";
import { z } from "zod";

/** Who is meant: exactly one of the two. */
export const recipientFields = {
  phone: z
    .string("must be a phone number with its country code")
    .max(40)
    .optional()
    .describe("With the country code, in any notation: +1 415 555 0100"),
  email: z.email("must be an e-mail address").max(254).optional(),
};
