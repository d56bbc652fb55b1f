"use client";

import { Field } from "@base-ui/react/field";

interface TextAreaProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** In characters; how many are left is told. */
  maxLength: number;
  placeholder?: string;
}

/** A labelled text of several lines that grows with what is written. */
export function TextArea({ label, value, onChange, maxLength, placeholder }: TextAreaProps) {
  return (
    <Field.Root className="flex flex-col gap-1.5">
      <Field.Label className="text-sm font-semibold">{label}</Field.Label>
      <Field.Control
        render={<textarea rows={3} />}
        maxLength={maxLength}
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
        className="field-sizing-content min-h-24 resize-none rounded-2xl bg-surface px-4 py-3 text-lg shadow-[inset_0_0_0_1.5px_var(--line-strong)] outline-none placeholder:text-ink-soft focus-visible:shadow-[inset_0_0_0_2.5px_var(--link)]"
      />
      <Field.Description className="text-right text-sm text-ink-soft tabular-nums">
        {maxLength - value.length} left
      </Field.Description>
    </Field.Root>
  );
}
