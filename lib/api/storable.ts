/**
 * Whether PostgreSQL can keep a text: it takes neither NUL nor half a pair of UTF-16, both of which
 * JSON can carry. https://www.postgresql.org/docs/current/datatype-json.html
 */
export function isStorable(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed();
}

/** The text without what PostgreSQL cannot keep, a replacement character in its place. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll("\u0000", "\ufffd");
}
