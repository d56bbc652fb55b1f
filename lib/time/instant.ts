const pattern = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d{1,6})\d*)?(Z|[+-]\d\d(?::?\d\d)?)$/;

/**
 * Reads a timestamp of Postgres in any of the forms that its APIs write: `T` or blank between date
 * and time, offset `Z`, `+00` or `+00:00`, up to six decimals. Never compare the texts themselves.
 *
 * @returns microseconds since 1970 (a safe integer)
 * @throws RangeError when the text is no timestamp with an offset
 */
export function instant(text: string): number {
  const [, date, time, decimals = "", offset = ""] = pattern.exec(text) ?? [];
  const zone = offset.length === 3 ? `${offset}:00` : offset;
  const seconds = Date.parse(`${date}T${time}${zone}`);
  if (Number.isNaN(seconds)) throw new RangeError(`not a timestamp: ${text}`);
  return seconds * 1000 + Number(decimals.padEnd(6, "0"));
}

/** The same as a Date, to the millisecond. */
export function toDate(text: string): Date {
  return new Date(Math.floor(instant(text) / 1000));
}
