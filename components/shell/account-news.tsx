"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { leavingHere } from "@/components/account/leaving-here";
import { fieldsOf } from "@/lib/fields";
import { subscribeUserEvents } from "@/lib/realtime/user-events";

/** An account that is closed somewhere else is so on this page too, at once; a warning is shown. */
export function AccountNews() {
  const router = useRouter();
  useEffect(
    () =>
      subscribeUserEvents("account", (payload) => {
        if (leavingHere.getSnapshot()) return;
        // A warning must not end a call.
        if (fieldsOf(payload).what === "warning") router.refresh();
        else window.location.reload();
      }),
    [router],
  );
  return null;
}
