/** A date as the 2010 API and webhooks write it, such as `Fri, 24 May 2019 17:44:46 +0000`. */
export function rfc2822(epochMs: number): string {
  return new Date(epochMs).toUTCString().replace("GMT", "+0000");
}

/** A date as the v1 and v2 APIs write it, to the second. */
export function iso8601(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}
