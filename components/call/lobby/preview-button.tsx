import type { LucideIcon } from "lucide-react";
import { cx } from "@/components/ui/class-names";
import { Spinner } from "@/components/ui/spinner";

interface PreviewButtonProps {
  name: string;
  icon: LucideIcon;
  /** The device is off, which stands out. */
  isOff?: boolean;
  busy?: boolean;
  shortcut?: string;
  onClick: () => void;
}

/** A round button on the own picture. */
export function PreviewButton(props: PreviewButtonProps) {
  const { name, icon: Icon, isOff = false, busy = false, shortcut, onClick } = props;
  return (
    <button
      type="button"
      aria-keyshortcuts={shortcut}
      aria-busy={busy || undefined}
      title={shortcut ? `${name} (${shortcut})` : name}
      onClick={onClick}
      className={cx(
        "grid size-13 place-items-center rounded-full transition-[background-color,scale] duration-150 active:scale-95",
        isOff
          ? "bg-coral text-on-coral hover:bg-coral-press"
          : "bg-stage/65 text-on-stage backdrop-blur-md hover:bg-stage",
      )}
    >
      {busy ? <Spinner size={22} /> : <Icon aria-hidden="true" size={22} />}
      <span className="sr-only">{name}</span>
    </button>
  );
}
