import { z } from "zod";

const databaseError = z.object({
  code: z.string().regex(/^[0-9A-Z]{5}$/),
  message: z.string(),
  detail: z.string().nullish(),
  hint: z.string().nullish(),
});

/** SQLSTATEs and classes that Lite answers as PostgREST does. */
const known = /^(42|22|21|55|53|PT|PGRST|23505|23503|23502|25006)/;

/**
 * Makes Lite answer database errors that it would turn into a bare 500, first of
 * all `raise exception` (P0001) and check constraints, with PostgREST's body and
 * status (docs.postgrest.org, "Errors"). Lite passes a "PGRST" error through as
 * it describes itself.
 */
export function asPostgrestError(error: unknown): unknown {
  const parsed = databaseError.safeParse(error);
  if (!parsed.success || known.test(parsed.data.code)) return error;
  const { code, message, detail, hint } = parsed.data;
  return {
    code: "PGRST",
    message: JSON.stringify({ code, message, details: detail ?? null, hint: hint ?? null }),
    detail: JSON.stringify({ status: statusOf(code), headers: {} }),
  };
}

function statusOf(code: string): number {
  if (/^(0L|0P|28)/.test(code)) return 403;
  if (/^(08|57P01)/.test(code)) return 503;
  if (code === "P0001") return 400;
  return /^(09|25|2D|38|39|3B|40|54|57|58|F0|HV|P0|XX)/.test(code) ? 500 : 400;
}
