import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { bearerToken } from "@/lib/api/caller";
import { ApiError } from "@/lib/api/errors";
import { env } from "@/lib/env";

/**
 * Lets the scheduler in, which sends the secret as a bearer token. The comparison takes the same
 * time however much of a guess is right.
 *
 * @throws ApiError `not_configured` without CRON_SECRET, `unauthorized` for anything else
 */
export function requireCron(request: Request): void {
  const { cron } = env();
  if (!cron) throw new ApiError("not_configured", "Scheduled work is not set up here.");
  const token = bearerToken(request);
  if (!token || !timingSafeEqual(digest(token), digest(cron.secret))) {
    throw new ApiError("unauthorized", "This is for the scheduler.");
  }
}

/** timingSafeEqual wants equal lengths. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
