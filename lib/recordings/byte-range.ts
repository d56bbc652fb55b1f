import "server-only";

/** Bytes `from` to `to` of something, both included. */
export interface ByteRange {
  from: number;
  to: number;
}

/**
 * The one range that a Range header asks for. https://www.rfc-editor.org/rfc/rfc9110#section-14
 *
 * @param size - of the whole, in bytes
 * @returns null to send everything, since the header is absent or asks for several ranges or
 *   something else; "unsatisfiable" when nothing of the whole lies in it
 */
export function rangeOf(header: string | null, size: number): ByteRange | "unsatisfiable" | null {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return null;
  const range =
    first === ""
      ? { from: Math.max(0, size - Number(last)), to: size - 1 }
      : { from: Number(first), to: last === "" ? size - 1 : Math.min(Number(last), size - 1) };
  if (first !== "" && last !== "" && Number(first) > Number(last)) return null;
  return range.from > range.to ? "unsatisfiable" : range;
}

/** Lets the bytes of a range through, as they come. */
export function onlyBytes({ from, to }: ByteRange): TransformStream<Uint8Array, Uint8Array> {
  let position = 0;
  return new TransformStream({
    transform(chunk, controller) {
      const wanted = chunk.subarray(Math.max(0, from - position), Math.max(0, to + 1 - position));
      position += chunk.byteLength;
      if (wanted.byteLength > 0) controller.enqueue(wanted);
      if (position > to) controller.terminate();
    },
  });
}
