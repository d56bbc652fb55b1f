"use client";

import { WifiOff } from "lucide-react";
import { useOnline } from "@/components/shell/use-online";

/** Says, while there is no network, what still works. */
export function OfflineNotice() {
  if (useOnline()) return null;
  return (
    <p className="flex items-center justify-center gap-2 bg-ink px-4 py-2 text-sm font-medium text-paper">
      <WifiOff aria-hidden="true" size={16} />
      You are offline. Messages go out when you are back.
    </p>
  );
}
