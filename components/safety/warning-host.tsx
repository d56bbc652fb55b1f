"use client";

import { useSurface } from "@/components/call/use-surface";
import type { Warning } from "@/lib/reports/unread-warning";

const fetchDialog = async () => (await import("@/components/safety/warning-dialog")).WarningDialog;

/** Fetches what shows a warning when there is one, which is rare. */
export function WarningHost({ warning }: { warning: Warning | null }) {
  const Dialog = useSurface(warning !== null, fetchDialog);
  return Dialog && warning ? <Dialog key={warning.id} warning={warning} /> : null;
}
