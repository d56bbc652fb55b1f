import { isDocument } from "@/app/(app)/is-document";
import { visitor } from "@/app/(app)/viewer";
import { firstPage } from "./first-page";

/**
 * Sends a thread with the document that it is opened by; elsewhere its skeleton goes ahead. Layouts
 * are drawn side by side: whoever is about to be sent to sign in is here, too.
 */
export default async function ThreadLayout({
  children,
  params,
}: LayoutProps<"/matches/[matchId]">) {
  const isWanted = (await isDocument()) && (await visitor()).state === "viewer";
  if (isWanted) await firstPage((await params).matchId);
  return children;
}
