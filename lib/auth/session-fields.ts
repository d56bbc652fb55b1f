import "server-only";
import type { Session } from "@supabase/supabase-js";
import { z } from "zod";

/** A session as the API gives it to a program that keeps it by itself. */
export const sessionFields = {
  accessToken: z.string().describe("For Authorization: Bearer"),
  refreshToken: z.string().describe("For the Supabase client's setSession"),
  expiresAt: z.int().describe("Of the access token, in seconds since the epoch"),
};

/** Puts a session into the API's words. */
export function presentSession({ access_token, refresh_token, expires_at }: Session) {
  return { accessToken: access_token, refreshToken: refresh_token, expiresAt: expires_at };
}
