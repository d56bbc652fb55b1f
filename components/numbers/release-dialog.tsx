"use client";

import { useTask } from "@/components/numbers/use-task";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { notify } from "@/components/ui/notify";

interface ReleaseDialogProps {
  id: string;
  /** The number, for reading. */
  shown: string;
  onClose: () => void;
}

/** Asks before a number is given up; says what is lost. */
export function ReleaseDialog({ id, shown, onClose }: ReleaseDialogProps) {
  const { run, busy, failure } = useTask();

  async function release() {
    if (!(await run("DELETE", `/api/numbers/${id}`))) return;
    void notify(`${shown} is released.`);
    onClose();
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={`Release ${shown}?`}
      verb="Release number"
      busy={busy}
      error={failure?.message}
      onConfirm={() => void release()}
    >
      <p>
        Nobody reaches you by it any more, a call on it ends now, and somebody else may get it. Its
        forwarding rules are deleted. Your calls and voicemail stay.
      </p>
    </ConfirmDialog>
  );
}
