import { cx } from "@/components/ui/class-names";

export type ButtonLook = "primary" | "quiet" | "outline" | "danger" | "ghost";

const base =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-full px-5 text-base font-semibold select-none transition-[background-color,color,transform,opacity] duration-150 ease-out-soft active:not-disabled:scale-[0.97] disabled:opacity-55 aria-disabled:opacity-55";

const looks: Record<ButtonLook, string> = {
  primary: "bg-mine text-on-mine hover:bg-mine-press",
  quiet: "bg-sunken text-ink hover:bg-line",
  outline: "bg-surface text-ink shadow-[inset_0_0_0_1.5px_var(--line-strong)] hover:bg-sunken",
  danger: "bg-coral text-on-coral hover:bg-coral-press",
  ghost: "text-link hover:bg-sunken",
};

/** The classes of a button, for links that look like one. */
export function buttonClass(look: ButtonLook = "primary", className?: string): string {
  return cx(base, looks[look], className);
}

/** The classes of a round icon button, 44 px. */
export function iconButtonClass(className?: string): string {
  return cx(
    "inline-grid size-11 shrink-0 place-items-center rounded-full text-ink transition-colors duration-150 hover:bg-sunken active:bg-line disabled:opacity-50",
    className,
  );
}
