"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import { callReport } from "@/components/safety/call-report";

const ReportDialog = lazy(async () => ({
  default: (await import("@/components/safety/report-dialog")).ReportDialog,
}));

const none = () => null;

/** Holds the report that was begun in a call. Mount it once, in the signed-in shell. */
export function ReportHost() {
  const about = useSyncExternalStore(callReport.subscribe, callReport.getSnapshot, none);
  if (!about) return null;
  return (
    <Suspense>
      <ReportDialog
        {...about}
        open
        onOpenChange={(open) => open || callReport.update(() => null)}
      />
    </Suspense>
  );
}
