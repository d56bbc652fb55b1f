import { requireModeratorPage } from "@/app/(app)/viewer";
import { AdminNav } from "@/components/admin/operate/admin-nav";

/** Pages for moderators and operators. Each checks for itself, too: layouts are not drawn anew. */
export default async function AdminLayout({ children }: LayoutProps<"/admin">) {
  await requireModeratorPage();
  return (
    <div className="safe-top flex min-h-0 min-w-0 flex-1 flex-col bg-paper">
      <div className="mx-auto w-full max-w-2xl px-4 pt-3 md:px-8 lg:max-w-5xl">
        <AdminNav />
      </div>
      {children}
    </div>
  );
}
