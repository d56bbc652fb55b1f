import { requireViewer } from "@/app/(app)/viewer";

/** Asks who it is before a skeleton is sent, so that a stranger gets a real redirect. */
export default async function CallsLayout({ children }: { children: React.ReactNode }) {
  await requireViewer("/calls");
  return (
    <main className="flex-1 overflow-y-auto overscroll-contain bg-paper">
      <div className="safe-top mx-auto flex min-h-full max-w-2xl flex-col px-4 pb-8 md:px-8">
        {children}
      </div>
    </main>
  );
}
