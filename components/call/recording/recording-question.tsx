"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

interface RecordingQuestionProps {
  open: boolean;
  name: string;
  busy: boolean;
  error: string | null;
  onAnswer: (agree: boolean) => void;
}

/** Somebody in the call asks whether it may be recorded. The call goes on meanwhile. */
export function RecordingQuestion({ open, name, busy, error, onAnswer }: RecordingQuestionProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(stays) => stays || onAnswer(false)}
      title={`${name} asks to record this call`}
      footer={
        <div className="grid grid-cols-2 gap-3">
          <Button look="quiet" onClick={() => onAnswer(false)}>
            Not now
          </Button>
          <Button busy={busy} onClick={() => onAnswer(true)}>
            Allow
          </Button>
        </div>
      }
    >
      <p className="px-3 text-ink-soft">
        You can both listen to it and read it afterwards, and either of you can stop it or delete
        it. Nothing is recorded unless you allow it.
      </p>
      {error ? (
        <p role="alert" className="px-3 pt-3 text-sm font-medium text-danger">
          {error}
        </p>
      ) : null}
    </Dialog>
  );
}
