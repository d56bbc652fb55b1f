"use client";

import type { LucideIcon } from "lucide-react";
import { cx } from "@/components/ui/class-names";
import { Spinner } from "@/components/ui/spinner";

interface StageButtonProps {
  name: string;
  Icon: LucideIcon;
  onClick: () => void;
  /** Key that does the same. */
  shortcut?: string;
  /** `off` stands out: others do not see or hear this person. */
  look?: "plain" | "off" | "on" | "danger" | "bare";
  busy?: boolean;
  disabled?: boolean;
  small?: boolean;
  className?: string;
}

const looks = {
  plain: "bg-white/15 hover:bg-white/25",
  off: "bg-white text-stage hover:bg-white/85",
  on: "bg-mine text-on-mine hover:bg-mine-press",
  danger: "bg-coral text-on-coral hover:bg-coral-press",
  bare: "hover:bg-white/15",
} as const;

/** A round button on the stage. */
export function StageButton(props: StageButtonProps) {
  const { name, Icon, shortcut, look = "plain", busy = false, small = false } = props;
  return (
    <button
      type="button"
      aria-label={name}
      aria-keyshortcuts={shortcut}
      title={shortcut ? `${name} (${shortcut})` : name}
      disabled={props.disabled}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : props.onClick}
      className={cx(
        "inline-grid shrink-0 place-items-center rounded-full transition-[background-color,color,scale] duration-150 active:not-disabled:scale-95 disabled:opacity-45",
        small ? "size-11" : "size-13",
        looks[look],
        props.className,
      )}
    >
      {busy ? <Spinner size={22} /> : <Icon aria-hidden="true" size={small ? 20 : 22} />}
    </button>
  );
}
