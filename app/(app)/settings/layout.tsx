import { requireViewer } from "@/app/(app)/viewer";

/** Asks who it is before the page's skeleton is sent, so that a stranger gets a real redirect. */
export default async function SettingsLayout({ children }: { children: React.ReactNode }) {
  await requireViewer("/settings");
  return children;
}
