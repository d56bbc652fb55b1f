import type { LucideIcon } from "lucide-react";
import { useId } from "react";
import { Spinner } from "@/components/ui/spinner";

interface ChoiceProps {
  Icon: LucideIcon;
  name: string;
  /** What it does. */
  words: string;
  busy?: boolean;
  disabled: boolean;
  onClick: () => void;
}

/** A large button with what it does below its name. */
export function Choice({ Icon, name, words, busy = false, disabled, onClick }: ChoiceProps) {
  const wordsId = useId();
  const off = busy || disabled;
  return (
    <button
      type="button"
      aria-describedby={wordsId}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      onClick={() => off || onClick()}
      className="flex min-h-17 w-full items-center gap-3.5 rounded-2xl bg-mine-wash px-4 py-3 text-left transition-[background-color,scale] duration-150 hover:not-aria-disabled:bg-line active:not-aria-disabled:scale-[0.985] aria-disabled:cursor-default aria-disabled:opacity-60"
    >
      <span className="grid size-11 shrink-0 place-items-center rounded-full bg-mine text-on-mine">
        {busy ? <Spinner size={20} /> : <Icon aria-hidden="true" size={20} />}
      </span>
      <span className="min-w-0">
        <span className="block font-semibold">{name}</span>
        <span id={wordsId} aria-hidden="true" className="block text-sm text-pretty text-ink-soft">
          {words}
        </span>
      </span>
    </button>
  );
}
