"use client";

import { Field } from "@base-ui/react/field";
import { cx } from "@/components/ui/class-names";
import { FieldError } from "@/components/ui/field-error";
import { replayEarlyText } from "@/components/ui/replay-early-text";

type TextFieldProps = React.ComponentProps<"input"> & {
  label: string;
  hint?: React.ReactNode;
  /** What is wrong, in words; empty means nothing is. */
  error?: string | undefined;
  /** Stands inside the field, before the text. */
  leading?: React.ReactNode;
};

/** A labelled line of text with a hint and an error that is read out when it appears. */
export function TextField({ label, hint, error, leading, className, ...input }: TextFieldProps) {
  return (
    <Field.Root invalid={Boolean(error)} className="flex min-w-0 flex-col gap-1.5">
      <Field.Label className="text-sm font-semibold">{label}</Field.Label>
      <div
        className={cx(
          "flex min-h-13 items-stretch rounded-2xl bg-surface shadow-[inset_0_0_0_1.5px_var(--line-strong)] focus-within:shadow-[inset_0_0_0_2.5px_var(--link)]",
          error && "shadow-[inset_0_0_0_2px_var(--danger)]",
        )}
      >
        {leading}
        <Field.Control
          {...input}
          ref={replayEarlyText}
          className={cx(
            "w-full min-w-0 flex-1 rounded-2xl bg-transparent px-4 text-lg outline-none placeholder:text-ink-soft",
            className,
          )}
        />
      </div>
      {hint && !error ? (
        <Field.Description className="text-sm text-ink-soft">{hint}</Field.Description>
      ) : null}
      <FieldError message={error} />
    </Field.Root>
  );
}
