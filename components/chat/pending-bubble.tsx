import { CircleAlert, CloudOff } from "lucide-react";
import { bubbleClass } from "@/components/chat/message-bubble";
import { cx } from "@/components/ui/class-names";
import type { Outgoing } from "@/lib/chat/outbox";

interface PendingBubbleProps {
  state: Outgoing["state"];
  /** What it says. */
  children: React.ReactNode;
  retry: () => void;
  discard: () => void;
}

const unsentClass =
  "max-w-[82%] self-end rounded-bubble bg-mine-wash px-3.5 py-2 text-ink outline-1 outline-line-strong outline-dashed md:max-w-md";

const problems: Record<Exclude<Outgoing["state"], "sending">, string> = {
  waiting: "Waiting for the network",
  failed: "Not sent",
  "too-often": "Too many at once. Try again in a minute.",
};

/** A message that the database has not confirmed: on its way, or waiting for a decision. */
export function PendingBubble({ state, children, retry, discard }: PendingBubbleProps) {
  const sending = state === "sending";
  return (
    <>
      <div className={cx(sending ? bubbleClass(true, true, true) : unsentClass, "mt-2.5")}>
        {children}
      </div>
      {sending ? (
        <p className="mt-1 self-end px-1.5 text-2xs text-ink-soft">Sending…</p>
      ) : (
        <div className="flex items-center justify-end text-sm">
          <p role="alert" className="flex items-center gap-1.5 font-medium text-danger">
            {state === "waiting" ? (
              <CloudOff aria-hidden="true" size={15} />
            ) : (
              <CircleAlert aria-hidden="true" size={15} />
            )}
            {problems[state]}
          </p>
          <button type="button" onClick={retry} className="min-h-11 px-2.5 font-semibold text-link">
            Retry
          </button>
          <button
            type="button"
            onClick={discard}
            className="min-h-11 px-2.5 font-semibold text-ink-soft"
          >
            Discard
          </button>
        </div>
      )}
    </>
  );
}
