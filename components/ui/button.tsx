"use client";

import { type ButtonLook, buttonClass } from "@/components/ui/button-class";
import { Spinner } from "@/components/ui/spinner";
import { useHydrated } from "@/components/ui/use-hydrated";

type ButtonProps = Omit<React.ComponentProps<"button">, "className"> & {
  look?: ButtonLook;
  /** Shows a spinner and takes no press, but keeps focus and name. */
  busy?: boolean;
  className?: string;
};

/** A push button. Its default type is `button`. */
export function Button({ look, busy = false, className, children, onClick, ...rest }: ButtonProps) {
  const hydrated = useHydrated();
  // Without the page's code the browser would send the form itself, its fields in the address.
  const tooEarly = rest.type === "submit" && !hydrated;
  return (
    <button
      {...rest}
      disabled={rest.disabled || tooEarly}
      type={rest.type ?? "button"}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={buttonClass(look, className)}
    >
      {busy ? <Spinner /> : null}
      {children}
    </button>
  );
}
