/**
 * Whether an error's code says that the database is not to be had: of PostgREST when it does not
 * reach it, and of a database that stops, is full, or takes too long. The same may work later.
 *
 * @see https://docs.postgrest.org/en/stable/references/errors.html
 */
export function isOutageCode(code: unknown): boolean {
  return typeof code === "string" && /^(PGRST00[0-3]|08...|53...|57014|57P0[1-3])$/.test(code);
}
