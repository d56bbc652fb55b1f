"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMatches } from "@/components/chat/matches-context";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { notify } from "@/components/ui/notify";
import { matchName } from "@/lib/chat/match-name";
import type { MatchSummary } from "@/lib/chat/types";
import { callApi } from "@/lib/http/call-api";

interface LeaveDialogProps {
  match: MatchSummary;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Asks before a group is left, or a match ended; says what is lost. */
export function LeaveDialog({ match, open, onOpenChange }: LeaveDialogProps) {
  const router = useRouter();
  const { refresh } = useMatches();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const name = matchName(match);

  async function leave() {
    setBusy(true);
    setError(undefined);
    const answer = await callApi("POST", `/api/matches/${match.id}/leave`);
    setBusy(false);
    if (!answer.ok) {
      setError(answer.error.message);
      return;
    }
    onOpenChange(false);
    router.replace("/matches");
    void notify(match.isGroup ? "You left the group." : `You and ${name} are no longer matched.`);
    await refresh();
  }

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={match.isGroup ? "Leave this group?" : `Unmatch ${name}?`}
      verb={match.isGroup ? "Leave group" : "Unmatch"}
      busy={busy}
      error={error}
      onConfirm={() => void leave()}
    >
      {match.isGroup ? (
        <p>
          Its messages and calls are gone for you, at once. The others see that you left and can add
          you again.
        </p>
      ) : (
        <p>
          Your conversation disappears for both of you, and a call between you ends now. {name} is
          not told. This cannot be undone. Groups that you share stay.
        </p>
      )}
    </ConfirmDialog>
  );
}
