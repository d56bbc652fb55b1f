import type { CallResource } from "../context.ts";

/** US dollars for each minute begun: plausible, not real. */
const client = 0.004;
const inbound = 0.0085;
const outbound = 0.014;

/**
 * What one leg costs, as a negative amount like Twilio's; null until it is over.
 * @see https://www.twilio.com/docs/voice/api/call-resource#call-properties
 */
export function callPrice({ from, to, direction, endTime, duration }: CallResource): string | null {
  if (endTime === null) return null;
  const isClient = (direction === "inbound" ? from : to).startsWith("client:");
  const telephone = direction === "inbound" ? inbound : outbound;
  const minutes = Math.ceil((duration ?? 0) / 60);
  return (-minutes * (isClient ? client : telephone)).toFixed(5);
}
