import { requireViewer } from "@/app/(app)/viewer";

/** Asks who it is before a skeleton is sent, so that a stranger gets a real redirect. */
export default async function DiscoverLayout({ children }: { children: React.ReactNode }) {
  await requireViewer("/discover");
  return <main className="min-h-0 min-w-0 flex-1 bg-paper">{children}</main>;
}
