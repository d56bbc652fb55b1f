import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { fetchPage } from "@/lib/chat/queries";
import { createServerClient } from "@/lib/supabase/server";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The latest messages of a thread, once a request; there is none by an id that is not one. */
export const firstPage = cache(async (matchId: string) => {
  if (!uuid.test(matchId)) notFound();
  return fetchPage(await createServerClient(), { matchId });
});
