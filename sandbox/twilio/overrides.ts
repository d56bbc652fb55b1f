/** What made an attempt fail, in the words of the `rp` override. */
export type FailureClass = "ct" | "rt" | "4xx" | "5xx";

export interface ConnectionOverrides {
  /** The URL without its fragment: what is requested and signed. */
  target: string;
  connectTimeoutMs: number;
  readTimeoutMs: number;
  /** Budget of all attempts together. */
  totalMs: number;
  retries: number;
  retryOn: ReadonlySet<FailureClass>;
}

const allFailures: FailureClass[] = ["ct", "rt", "4xx", "5xx"];

const isFailureClass = (value: string): value is FailureClass =>
  allFailures.some((name) => name === value);

/**
 * Reads the connection overrides in a webhook URL's fragment, such as `#rc=3&rp=ct,5xx`.
 * Values out of range count as absent.
 * Source: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export function parseOverrides(url: string, readTimeoutMs = 15_000): ConnectionOverrides {
  const [target = "", fragment = ""] = url.split("#", 2);
  const given = new URLSearchParams(fragment);
  const number = (name: string, min: number, max: number, fallback: number) => {
    const value = Number(given.get(name) ?? Number.NaN);
    return Number.isInteger(value) && value >= min && value <= max ? value : fallback;
  };
  const policy = (given.get("rp") ?? "ct").split(",");
  return {
    target,
    connectTimeoutMs: number("ct", 100, 10_000, 5_000),
    readTimeoutMs: number("rt", 100, 15_000, readTimeoutMs),
    totalMs: number("tt", 100, 15_000, 15_000),
    retries: number("rc", 0, 5, 1),
    retryOn: new Set(policy.includes("all") ? allFailures : policy.filter(isFailureClass)),
  };
}
