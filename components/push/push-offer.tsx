"use client";

import { BellRing } from "lucide-react";
import { useState } from "react";
import { useMatches } from "@/components/chat/matches-context";
import { useViewer } from "@/components/shell/viewer-context";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notify";

const declinedKey = "duet-push-declined";

/** Only a browser that has not been asked yet, and a person who has not said "not now". */
function mayAsk(): boolean {
  const isAble = "PushManager" in window && "Notification" in window;
  return isAble && Notification.permission === "default" && !localStorage.getItem(declinedKey);
}

/** Offers to switch notifications on, once somebody has a match who could call. */
export function PushOffer({ publicKey }: { publicKey: string }) {
  const { id } = useViewer();
  const { matches } = useMatches();
  const [busy, setBusy] = useState(false);
  const [isSettled, setSettled] = useState(false);
  if (isSettled || !matches?.length || !mayAsk()) return null;

  async function accept() {
    setBusy(true);
    const { subscribeHere } = await import("@/lib/push/client/subscription");
    const problem = await subscribeHere(id, publicKey);
    setBusy(false);
    setSettled(true);
    void notify(
      problem
        ? "Notifications are not on. You can try again in Settings."
        : "Notifications are on. Settings has more choices.",
    );
  }

  function decline() {
    localStorage.setItem(declinedKey, "yes");
    setSettled(true);
  }

  return (
    <aside
      aria-label="Notifications"
      className="m-3 animate-rise rounded-card bg-mine-wash p-4 text-ink"
    >
      <p className="flex items-center gap-2.5 font-semibold">
        <BellRing aria-hidden="true" size={19} className="shrink-0 text-link" />
        Don&rsquo;t miss a call
      </p>
      <p className="mt-1 mb-3 text-sm text-ink-soft">
        Hear of calls and messages while Duet is closed.
      </p>
      <div className="flex gap-2">
        <Button busy={busy} onClick={() => void accept()}>
          Turn on
        </Button>
        <Button look="ghost" onClick={decline}>
          Not now
        </Button>
      </div>
    </aside>
  );
}
