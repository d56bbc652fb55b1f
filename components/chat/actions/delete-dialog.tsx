"use client";

import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { matchName } from "@/lib/chat/match-name";
import type { MatchSummary } from "@/lib/chat/types";
import type { ApiFailure } from "@/lib/http/call-api";

interface DeleteDialogProps {
  match: MatchSummary;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  remove: () => Promise<ApiFailure | null>;
  /** Takes the focus: the message's button is gone. */
  onRemoved: () => void;
}

/** Asks before a message is deleted for everybody. */
export function DeleteDialog({ match, open, onOpenChange, remove, onRemoved }: DeleteDialogProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function confirm() {
    setBusy(true);
    setError(undefined);
    const failure = await remove();
    setBusy(false);
    if (failure) {
      setError(failure.message);
      return;
    }
    onOpenChange(false);
    onRemoved();
  }

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Delete this message?"
      verb="Delete"
      busy={busy}
      error={error}
      onConfirm={() => void confirm()}
    >
      <p>
        It is gone for {match.isGroup ? "everybody here" : `${matchName(match)} too`}, for good. A
        line stays that says so.
      </p>
    </ConfirmDialog>
  );
}
