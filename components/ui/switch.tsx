"use client";

import { Switch as BaseSwitch } from "@base-ui/react/switch";

interface SwitchProps {
  label: string;
  hint: string;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
}

/** A setting that is on or off and takes effect at once. */
export function Switch({ label, hint, checked, onCheckedChange }: SwitchProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is the control
    <label className="flex min-h-11 cursor-pointer items-center justify-between gap-5">
      <span>
        <span className="block font-semibold">{label}</span>
        <span className="block text-sm text-ink-soft">{hint}</span>
      </span>
      <BaseSwitch.Root
        aria-label={label}
        checked={checked}
        onCheckedChange={onCheckedChange}
        className="flex h-8 w-13 shrink-0 cursor-pointer items-center rounded-full bg-line-strong p-1 transition-colors duration-200 data-checked:bg-mine"
      >
        <BaseSwitch.Thumb className="size-6 rounded-full bg-white shadow-lift transition-transform duration-200 ease-out-soft data-checked:translate-x-5" />
      </BaseSwitch.Root>
    </label>
  );
}
