"use client";

import { Field } from "@base-ui/react/field";
import { useState } from "react";
import { codeLength, readCode } from "@/components/auth/read-code";
import { cx } from "@/components/ui/class-names";
import { FieldError } from "@/components/ui/field-error";

interface CodeFieldProps {
  value: string;
  onChange: (code: string) => void;
  error: string | undefined;
  readOnly: boolean;
}

const places = Array.from({ length: codeLength }, (_, index) => index);

/** Six boxes to the eye, one field to everything else: autofill, paste and screen readers. */
export function CodeField({ value, onChange, error, readOnly }: CodeFieldProps) {
  const [focused, setFocused] = useState(false);
  return (
    <Field.Root invalid={Boolean(error)} className="flex flex-col gap-1.5">
      <Field.Label className="text-sm font-semibold">Verification code</Field.Label>
      <div className="relative">
        <div aria-hidden="true" className="grid grid-cols-6 gap-2">
          {places.map((place) => (
            <span
              key={place}
              className={cx(
                "grid h-15 place-items-center rounded-2xl bg-surface font-display text-2xl font-bold tabular-nums transition-shadow duration-150",
                focused && place === Math.min(value.length, codeLength - 1)
                  ? "shadow-[inset_0_0_0_2.5px_var(--link)]"
                  : error
                    ? "shadow-[inset_0_0_0_2px_var(--danger)]"
                    : "shadow-[inset_0_0_0_1.5px_var(--line-strong)]",
              )}
            >
              {value[place]}
            </span>
          ))}
        </div>
        <Field.Control
          autoFocus
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="\d*"
          name="code"
          value={value}
          readOnly={readOnly}
          onChange={(event) => onChange(readCode(event.target.value))}
          onPaste={(event) => {
            event.preventDefault();
            onChange(readCode(event.clipboardData.getData("text")));
          }}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          className="absolute inset-0 size-full cursor-text bg-transparent text-base text-transparent caret-transparent opacity-0 outline-none"
        />
      </div>
      <FieldError message={error} />
    </Field.Root>
  );
}
