import { Delete, Phone } from "lucide-react";
import { cx } from "@/components/ui/class-names";
import { Spinner } from "@/components/ui/spinner";

interface DialButtonsProps {
  canErase: boolean;
  busy: boolean;
  disabled: boolean;
  onCall: () => void;
  onErase: () => void;
}

const round =
  "grid size-17 place-items-center rounded-full transition-[background-color,scale,opacity] duration-150 active:not-disabled:scale-95";

/** Under the pad: calls, and takes digits back. */
export function DialButtons({ canErase, busy, disabled, onCall, onErase }: DialButtonsProps) {
  const off = busy || disabled;
  return (
    <div className="grid w-full max-w-76 grid-cols-3 justify-items-center gap-x-5 pt-1">
      <button
        type="button"
        aria-disabled={off || undefined}
        aria-busy={busy || undefined}
        onClick={() => off || onCall()}
        className={cx(round, "col-start-2 bg-good text-paper aria-disabled:opacity-55")}
      >
        {busy ? <Spinner size={26} /> : <Phone aria-hidden="true" size={26} />}
        <span className="sr-only">Call</span>
      </button>
      <button
        type="button"
        disabled={!canErase}
        onClick={onErase}
        className={cx(round, "text-ink-soft hover:bg-sunken disabled:opacity-0")}
      >
        <Delete aria-hidden="true" size={26} />
        <span className="sr-only">Delete digit</span>
      </button>
    </div>
  );
}
