import { SmilePlus } from "lucide-react";
import { cx } from "@/components/ui/class-names";

interface OptionsButtonProps {
  /** Names the message, for whoever cannot see beside which one it stands. */
  words: string;
  open: boolean;
  /** Of the newest message: the one that Tab reaches; arrow keys lead on from it. */
  entry: boolean;
  onClick: () => void;
}

/**
 * Opens what can be done with a message. It shows while the mouse or the keyboard is there; fingers
 * hold the message instead, and screen readers find it always.
 */
export function OptionsButton({ words, open, entry, onClick }: OptionsButtonProps) {
  return (
    <button
      type="button"
      data-options
      aria-label={`Options for: ${words}`}
      aria-haspopup="dialog"
      aria-expanded={open}
      tabIndex={entry ? 0 : -1}
      onClick={onClick}
      className={cx(
        "grid size-9 shrink-0 place-items-center rounded-full text-ink-soft transition-opacity duration-150 hover:bg-sunken hover:text-ink focus-visible:opacity-100 pointer-coarse:not-focus-visible:sr-only",
        open ? "opacity-100" : "opacity-0 group-hover/message:opacity-100",
      )}
    >
      <SmilePlus aria-hidden="true" size={19} />
    </button>
  );
}

/** Arrow keys lead from one message's button to the next, Home and End to the first and last. */
export function moveBetweenOptions(event: React.KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>("button[data-options]")];
  const at = buttons.findIndex((button) => button.matches(":focus"));
  if (at === -1) return;
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: buttons.length - 1 }[event.key];
  const next = to === undefined ? undefined : buttons[to];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
