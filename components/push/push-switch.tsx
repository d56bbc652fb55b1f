"use client";

import { InstallSteps } from "@/components/push/install-steps";
import { SendTest } from "@/components/push/send-test";
import { type PushState, usePush } from "@/components/push/use-push";
import { Skeleton } from "@/components/ui/skeleton";
import { Switch } from "@/components/ui/switch";
import { allowNotifications } from "@/lib/push/client/allow-steps";

/** Notifications in this browser: on, off, or why not and what to do about it. */
export function PushSwitch({ publicKey }: { publicKey: string }) {
  const { state, busy, problem, change } = usePush(publicKey);
  return (
    <div className="flex flex-col gap-4" aria-busy={busy || state === "unknown"}>
      <Here state={state} change={(on) => void (busy || change(on))} />
      <p role="status" className="text-sm font-medium text-danger empty:hidden">
        {problem}
      </p>
      {state === "on" ? <SendTest /> : null}
    </div>
  );
}

function Here({ state, change }: { state: PushState; change: (on: boolean) => void }) {
  switch (state) {
    case "unknown":
      return (
        <div className="flex min-h-11 items-center justify-between gap-5">
          <Skeleton className="h-5 w-48" />
          <Skeleton className="h-8 w-13" />
        </div>
      );
    case "unsupported":
      return (
        <p className="text-ink-soft">
          This browser cannot show notifications. A current Chrome, Edge, Firefox or Safari can.
        </p>
      );
    case "install-first":
      return (
        <>
          <p className="text-ink-soft">
            On iPhone and iPad notifications come to apps on the Home Screen. It takes a moment:
          </p>
          <InstallSteps />
        </>
      );
    case "denied":
      return (
        <>
          <p className="text-ink-soft">
            Notifications from Duet are blocked in this browser. Only you can undo that:
          </p>
          <ol className="list-decimal space-y-1 pl-6">
            {allowNotifications(navigator).map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      );
    default:
      return (
        <Switch
          label="Notifications"
          hint="Hear of calls and messages while Duet is closed."
          checked={state === "on"}
          onCheckedChange={change}
        />
      );
  }
}
