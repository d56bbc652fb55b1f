"use client";

import { Button as BaseButton } from "@base-ui/react/button";
import { type ButtonLook, buttonClass } from "@/components/ui/button-class";
import { Spinner } from "@/components/ui/spinner";

type ButtonProps = Omit<React.ComponentProps<"button">, "className"> & {
  look?: ButtonLook;
  /** Shows a spinner and takes no press, but keeps focus and name. */
  busy?: boolean;
  className?: string;
};

/** A push button. Its default type is `button`. */
export function Button({
  look,
  busy = false,
  className,
  children,
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <BaseButton
      {...rest}
      type={rest.type ?? "button"}
      disabled={disabled || busy}
      focusableWhenDisabled={busy}
      aria-busy={busy || undefined}
      className={buttonClass(look, className)}
    >
      {busy ? <Spinner /> : null}
      {children}
    </BaseButton>
  );
}
