"use client";

import { Heart, Undo2, X } from "lucide-react";
import { cx } from "@/components/ui/class-names";
import type { Decision } from "@/lib/discovery/deck";

interface DecisionButtonsProps {
  canDecide: boolean;
  canUndo: boolean;
  onDecide: (kind: Decision) => void;
  onUndo: () => void;
}

const round =
  "inline-grid shrink-0 place-items-center rounded-full shadow-lift transition-[background-color,opacity,transform] duration-150 ease-out-soft active:not-aria-disabled:scale-95 aria-disabled:opacity-45";

/** Like, pass, and back; each has its key, which larger screens name. */
export function DecisionButtons(props: DecisionButtonsProps) {
  const { canDecide, canUndo, onDecide, onUndo } = props;
  return (
    <div className="flex items-start justify-center gap-6 pt-4 pb-3 md:gap-10">
      <div className="flex w-16 flex-col items-center gap-1.5 pt-2">
        <button
          type="button"
          aria-label="Undo"
          aria-keyshortcuts="Backspace"
          aria-disabled={!canUndo}
          onClick={() => canUndo && onUndo()}
          className={cx(
            round,
            "size-12 bg-surface text-ink-soft hover:not-aria-disabled:bg-sunken",
          )}
        >
          <Undo2 aria-hidden="true" size={22} />
        </button>
        <KeyName>⌫</KeyName>
      </div>
      <div className="flex flex-col items-center gap-1.5">
        <button
          type="button"
          aria-label="Pass"
          aria-keyshortcuts="ArrowLeft"
          aria-disabled={!canDecide}
          onClick={() => canDecide && onDecide("pass")}
          className={cx(round, "size-16 bg-surface text-ink hover:not-aria-disabled:bg-sunken")}
        >
          <X aria-hidden="true" size={30} strokeWidth={2.4} />
        </button>
        <KeyName>←</KeyName>
      </div>
      <div className="flex flex-col items-center gap-1.5">
        <button
          type="button"
          aria-label="Like"
          aria-keyshortcuts="ArrowRight"
          aria-disabled={!canDecide}
          onClick={() => canDecide && onDecide("like")}
          className={cx(
            round,
            "size-16 bg-coral text-on-coral hover:not-aria-disabled:bg-coral-press",
          )}
        >
          <Heart aria-hidden="true" size={30} fill="currentColor" />
        </button>
        <KeyName>→</KeyName>
      </div>
      {/* As wide as Undo, so that Like and Pass stand in the middle. */}
      <span aria-hidden="true" className="w-16 max-md:hidden" />
    </div>
  );
}

function KeyName({ children }: { children: string }) {
  return (
    <span aria-hidden="true" className="text-sm text-ink-soft pointer-coarse:hidden">
      {children}
    </span>
  );
}
