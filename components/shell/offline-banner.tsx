"use client";

import { WifiOff } from "lucide-react";
import { useOnline } from "@/components/shell/use-online";

/** Says that there is no network, and what still works. */
export function OfflineBanner() {
  const online = useOnline();
  return (
    <div role="status">
      {online ? null : (
        <p className="flex items-center justify-center gap-2 bg-ink px-4 py-2 text-sm font-medium text-paper">
          <WifiOff aria-hidden="true" size={16} />
          You are offline. Messages go out when you are back.
        </p>
      )}
    </div>
  );
}
