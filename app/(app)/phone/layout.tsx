import { Hash } from "lucide-react";
import Link from "next/link";
import { requireViewer } from "@/app/(app)/viewer";
import { PhoneTabs } from "@/components/phone/phone-tabs";
import { buttonClass } from "@/components/ui/button-class";
import { env } from "@/lib/env";

/** Asks who it is before a skeleton is sent, so that a stranger gets a real redirect. */
export default async function PhoneLayout({ children }: { children: React.ReactNode }) {
  await requireViewer("/phone");
  return (
    <main className="flex-1 overflow-y-auto overscroll-contain bg-paper">
      <div className="safe-top mx-auto flex min-h-full max-w-2xl flex-col px-4 pb-6 md:px-8">
        <div className="flex items-center justify-between gap-3 px-2 pt-4 md:pt-5">
          <h1 className="text-3xl font-extrabold tracking-tight">Phone</h1>
          <Link href="/settings/numbers" className={buttonClass("ghost", "-mr-3 px-3!")}>
            <Hash aria-hidden="true" size={18} />
            Your numbers
          </Link>
        </div>
        <PhoneTabs hasPad={env().telephony?.allowExternal ?? false} />
        {children}
      </div>
    </main>
  );
}
