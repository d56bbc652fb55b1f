import "server-only";
import { type Allowance, allowedUses } from "@/lib/api/rate-limit";

/**
 * Says in an answer how much of the limit is left, so that a program can pace itself.
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */
export function setRateLimitHeaders(headers: Headers, allowance: Allowance): void {
  const { limit, remaining, resetsAfterSeconds } = allowance;
  headers.set(
    "RateLimit-Policy",
    `"${limit.name}";q=${allowedUses(limit)};w=${limit.windowSeconds}`,
  );
  headers.set("RateLimit", `"${limit.name}";r=${remaining};t=${resetsAfterSeconds}`);
}
