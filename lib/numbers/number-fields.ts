import "server-only";
import { z } from "zod";

const numberTypes = ["local", "mobile", "tollFree"] as const;
export type NumberType = (typeof numberTypes)[number];

const country = z.string().regex(/^[A-Z]{2}$/, "must be an ISO country code, like US");

/** What a search for numbers may name. */
export const numberSearch = z.object({
  country,
  type: z.enum(numberTypes, "must be local, mobile or tollFree").default("local"),
  areaCode: z
    .string()
    .regex(/^\d{1,5}$/, "must be an area code: up to 5 digits")
    .optional(),
  contains: z
    .string()
    .regex(/^[0-9A-Za-z*]{2,10}$/, "must be 2 to 10 digits or letters, * for any digit")
    .optional(),
});
export type NumberSearch = z.infer<typeof numberSearch>;

/** A number that can be bought. */
export const availableNumber = z.object({
  phoneNumber: z.string().describe("E.164"),
  locality: z.string().nullable(),
  region: z.string().nullable(),
  country: z.string().describe("ISO code"),
  type: z.enum(numberTypes),
  monthlyPrice: z.string().nullable().describe("Decimal; null when it is not known"),
  currency: z.string().nullable().describe("ISO code of the price's currency"),
});
export type AvailableNumber = z.infer<typeof availableNumber>;

export const numberName = z.string().trim().max(60, "must have at most 60 characters");
export const greeting = z
  .string()
  .trim()
  .max(300, "must have at most 300 characters")
  .nullable()
  .transform((text) => text || null)
  .describe("What callers hear before they leave a message; null for the usual words");

/** A person's own number, as the API shows it to them. */
export const numberView = z.object({
  id: z.uuid(),
  phoneNumber: z.string().describe("E.164"),
  name: z.string(),
  country: z.string().describe("ISO code"),
  greeting: z.string().nullable(),
  createdAt: z.string(),
});
export type NumberView = z.infer<typeof numberView>;

export const numberId = z.object({ id: z.uuid("must be the id of a number") });

/** The columns that numberView shows. */
export const numberColumns = "id, number, name, country, greeting, created_at" as const;

interface NumberRow {
  id: string;
  number: string;
  name: string;
  country: string;
  greeting: string | null;
  created_at: string;
}

/** Puts a number's row into the API's words. */
export function presentNumber(row: NumberRow): NumberView {
  const { id, number: phoneNumber, name, country: home, greeting: words, created_at } = row;
  return { id, phoneNumber, name, country: home, greeting: words, createdAt: created_at };
}
