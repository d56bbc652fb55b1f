import { ArrowLeft, ChartNoAxesColumn } from "lucide-react";
import Link from "next/link";
import { buttonClass, iconButtonClass } from "@/components/ui/button-class";

/** Above the list of calls. */
export function CallsHeader() {
  return (
    <div className="flex items-center justify-between gap-3 px-2 pt-4 pb-3 md:pt-5">
      <h1 className="text-3xl font-extrabold tracking-tight">Calls</h1>
      <Link href="/calls/stats" className={buttonClass("ghost", "-mr-3 px-3!")}>
        <ChartNoAxesColumn aria-hidden="true" size={18} />
        Statistics
      </Link>
    </div>
  );
}

/** Above a page that belongs to the list of calls. */
export function CallsSubheader({ title }: { title: string }) {
  return (
    <div className="flex items-center gap-1 pt-3 pb-3 md:pt-4">
      <Link href="/calls" aria-label="Back to calls" className={iconButtonClass()}>
        <ArrowLeft aria-hidden="true" size={22} />
      </Link>
      <h1 className="text-2xl font-extrabold tracking-tight">{title}</h1>
    </div>
  );
}
