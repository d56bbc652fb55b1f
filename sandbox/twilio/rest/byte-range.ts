/** A part of a file, both ends included; `unsatisfiable` when it lies behind the end. */
export type ByteRange = { first: number; last: number } | "unsatisfiable" | null;

/**
 * Reads a `Range` header that asks for one part; null for none, for several and for malformed ones,
 * which are all answered with the whole file.
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-byte-ranges
 */
export function readRange(header: string | undefined, size: number): ByteRange {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (from === "" && to === "") return null;
  const first = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== "" && from !== "" && Number(to) < Number(from)) return null;
  return first > last ? "unsatisfiable" : { first, last };
}
