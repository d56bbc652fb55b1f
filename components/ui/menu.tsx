"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import { cx } from "@/components/ui/class-names";

interface MenuProps {
  /** Accessible name of the button. */
  label: string;
  icon: React.ReactNode;
  className: string;
  defaultOpen?: boolean;
  children: React.ReactNode;
}

/** A button with a menu under it. */
export function Menu({ label, icon, className, defaultOpen = false, children }: MenuProps) {
  return (
    <BaseMenu.Root defaultOpen={defaultOpen}>
      {/* One that begins open was not pressed itself; focus must come back to it all the same. */}
      <BaseMenu.Trigger aria-label={label} autoFocus={defaultOpen} className={className}>
        {icon}
      </BaseMenu.Trigger>
      <BaseMenu.Portal>
        <BaseMenu.Positioner align="end" sideOffset={6} className="z-30 outline-none">
          <BaseMenu.Popup className="min-w-44 origin-(--transform-origin) rounded-2xl bg-surface p-1.5 shadow-high outline-1 outline-line transition-[opacity,scale] duration-150 ease-out-soft data-ending-style:scale-95 data-ending-style:opacity-0 data-starting-style:scale-95 data-starting-style:opacity-0">
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

interface MenuItemProps {
  onClick: () => void;
  danger?: boolean;
  children: React.ReactNode;
}

/** One thing to choose from a menu, which closes it. */
export function MenuItem({ onClick, danger = false, children }: MenuItemProps) {
  return (
    <BaseMenu.Item
      onClick={onClick}
      className={cx(
        "flex min-h-11 cursor-pointer items-center gap-3 rounded-xl px-3 font-medium outline-none data-highlighted:bg-sunken",
        danger && "text-danger",
      )}
    >
      {children}
    </BaseMenu.Item>
  );
}
