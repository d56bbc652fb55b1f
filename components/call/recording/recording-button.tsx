"use client";

import { CircleDot } from "lucide-react";
import { onBar } from "@/components/call/on-bar";
import { Spinner } from "@/components/ui/spinner";

interface RecordingButtonProps {
  busy: boolean;
  /** One's own question has no answer yet. */
  asked: boolean;
  onClick: () => void;
}

/** Asks everybody in the call whether it may be recorded. */
export function RecordingButton({ busy, asked, onClick }: RecordingButtonProps) {
  return (
    <button
      type="button"
      title={asked ? "Waiting for an answer" : "Record"}
      className={onBar}
      disabled={asked}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {busy ? <Spinner size={20} /> : <CircleDot aria-hidden="true" size={20} />}
      <span className="sr-only">Record</span>
    </button>
  );
}
