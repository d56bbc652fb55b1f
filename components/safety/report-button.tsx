"use client";

import { Flag } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { ReportDialogProps } from "@/components/safety/report-dialog";
import { buttonClass } from "@/components/ui/button-class";

type ReportButtonProps = Omit<ReportDialogProps, "open" | "onOpenChange"> & {
  className?: string;
  /** Of the icon and the word; absent: those of a quiet red button. */
  children?: React.ReactNode;
};

const ReportDialog = lazy(async () => ({
  default: (await import("@/components/safety/report-dialog")).ReportDialog,
}));

/** Opens the report of a person. What it opens is fetched when someone reaches for it. */
export function ReportButton({ className, children, ...about }: ReportButtonProps) {
  const [open, setOpen] = useState<boolean | null>(null);
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className={className ?? buttonClass("ghost", "text-danger!")}
      >
        {children ?? (
          <>
            <Flag aria-hidden="true" size={18} />
            Report
          </>
        )}
      </button>
      {open === null ? null : (
        <Suspense>
          <ReportDialog {...about} open={open} onOpenChange={setOpen} />
        </Suspense>
      )}
    </>
  );
}
