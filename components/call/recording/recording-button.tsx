"use client";

import { CircleDot } from "lucide-react";
import { onBar } from "@/components/call/on-bar";
import { cx } from "@/components/ui/class-names";
import { Spinner } from "@/components/ui/spinner";

interface RecordingButtonProps {
  busy: boolean;
  /** One's own question has no answer yet. */
  asked: boolean;
  onClick: () => void;
  /** Shown beside the sign; where there is no room, only screen readers hear what it does. */
  words?: string;
}

/** Asks everybody in the call whether it may be recorded. */
export function RecordingButton({ busy, asked, onClick, words }: RecordingButtonProps) {
  return (
    <button
      type="button"
      title={asked ? "Waiting for an answer" : "Record"}
      className={cx(
        onBar,
        words &&
          "flex! w-auto! items-center gap-2 bg-black/20! px-4 text-sm font-semibold hover:bg-black/30!",
      )}
      disabled={asked}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {busy ? <Spinner size={20} /> : <CircleDot aria-hidden="true" size={20} />}
      <span className={words ? undefined : "sr-only"}>{words ?? "Record"}</span>
    </button>
  );
}
