import { AsyncLocalStorage } from "node:async_hooks";

const held = new AsyncLocalStorage<unknown[][]>();

for (const method of ["error", "warn"] as const) {
  const print = console[method].bind(console);
  console[method] = (...line: unknown[]) => {
    const lines = held.getStore();
    if (lines) lines.push(line);
    else print(...line);
  };
}

/**
 * Lite prints a stack trace for every error that a client causes. Holds back what
 * `work` prints, and lets it through only when the answer is a fault of the server.
 */
export async function quietly(work: () => Promise<Response>): Promise<Response> {
  const lines: unknown[][] = [];
  const response = await held.run(lines, work);
  if (response.status >= 500) for (const line of lines) console.error(...line);
  return response;
}
