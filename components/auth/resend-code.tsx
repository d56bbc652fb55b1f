"use client";

import { useState } from "react";
import { useCountdown } from "@/components/auth/use-countdown";
import { type Recipient, startVerification } from "@/components/auth/verification";
import { Button } from "@/components/ui/button";
import { formatDuration } from "@/lib/time/duration";

interface ResendCodeProps {
  recipient: Recipient;
  firstWaitSeconds: number;
  /** The present code can no longer be used. */
  urgent: boolean;
  onSent: () => void;
}

/** Asks for the code once more, after the wait that the server has named. */
export function ResendCode({ recipient, firstWaitSeconds, urgent, onSent }: ResendCodeProps) {
  const [left, restart] = useCountdown(firstWaitSeconds);
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);

  async function resend() {
    setBusy(true);
    const answer = await startVerification(recipient);
    setBusy(false);
    if (answer.ok) {
      restart(answer.resendAfterSeconds);
      setNote("A new code is on its way.");
      onSent();
      return;
    }
    setNote(answer.error.message);
    if (answer.error.retryAfterSeconds) restart(answer.error.retryAfterSeconds);
  }

  return (
    <div className="flex flex-col items-center gap-1 text-center">
      {left > 0 ? (
        <p className="flex min-h-11 items-center text-ink-soft">
          No code? You can ask again in&nbsp;
          <span className="tabular-nums">{formatDuration(left)}</span>
        </p>
      ) : (
        <Button look={urgent ? "outline" : "ghost"} busy={busy} onClick={() => void resend()}>
          Send a new code
        </Button>
      )}
      <p role="status" className="min-h-5 text-sm text-ink-soft">
        {note}
      </p>
    </div>
  );
}
