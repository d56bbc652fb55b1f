"use client";

import { useId } from "react";
import { iconButtonClass } from "@/components/ui/button-class";

interface CallButtonProps {
  name: string;
  /** Why it cannot be pressed; null when it can. */
  reason: string | null;
  onClick: () => void;
  /** The icon. */
  children: React.ReactNode;
}

/** A way to call. Refused, it stays reachable and says why. */
export function CallButton({ name, reason, onClick, children }: CallButtonProps) {
  const reasonId = useId();
  return (
    <>
      <button
        type="button"
        aria-disabled={reason ? true : undefined}
        aria-describedby={reason ? reasonId : undefined}
        title={reason ?? name}
        className={iconButtonClass("aria-disabled:cursor-default aria-disabled:opacity-55")}
        onClick={() => {
          if (!reason) onClick();
        }}
      >
        {children}
        <span className="sr-only">{name}</span>
      </button>
      <span id={reasonId} className="sr-only">
        {reason}
      </span>
    </>
  );
}
