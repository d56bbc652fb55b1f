"use client";

import { Grip } from "lucide-react";
import { onBar } from "@/components/call/on-bar";
import { cx } from "@/components/ui/class-names";

interface KeypadButtonProps {
  isOpen: boolean;
  /** Id of what it opens. */
  controls: string;
  disabled: boolean;
  onClick: () => void;
}

/** Opens and closes the keys of the call. */
export function KeypadButton({ isOpen, controls, disabled, onClick }: KeypadButtonProps) {
  return (
    <button
      type="button"
      title="Keypad"
      aria-expanded={isOpen}
      aria-controls={isOpen ? controls : undefined}
      className={cx(onBar, isOpen && "bg-white! text-mine!")}
      disabled={disabled}
      onClick={onClick}
    >
      <Grip aria-hidden="true" size={20} />
      <span className="sr-only">Keypad</span>
    </button>
  );
}
