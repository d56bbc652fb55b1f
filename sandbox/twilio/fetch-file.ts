const timeoutMs = 15_000;

/** Gets a file that a call needs; rejects with a sentence when it cannot be had. */
export async function fetchFile(url: string, signal: AbortSignal): Promise<Buffer> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const response = await fetch(url, { signal: limited });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}
