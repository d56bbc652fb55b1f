/** The fields of a value from outside, to be looked at one by one; none when it is no object. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {};
}

/** The value, if it is a text. */
export function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** The value, if it is a number. */
export function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
