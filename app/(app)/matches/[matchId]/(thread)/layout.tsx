import { isDocument } from "@/app/(app)/is-document";
import { firstPage } from "./first-page";

/** Sends a thread with the document that it is opened by; elsewhere its skeleton goes ahead. */
export default async function ThreadLayout({
  children,
  params,
}: LayoutProps<"/matches/[matchId]">) {
  if (await isDocument()) await firstPage((await params).matchId);
  return children;
}
