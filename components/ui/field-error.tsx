"use client";

import { Field } from "@base-ui/react/field";
import { CircleAlert } from "lucide-react";

/** Inside a Field: says what is wrong, aloud as soon as it appears. */
export function FieldError({ message }: { message?: string | undefined }) {
  if (!message) return null;
  return (
    <Field.Error
      match
      role="alert"
      className="flex items-start gap-1.5 text-sm font-medium text-danger"
    >
      <CircleAlert aria-hidden="true" size={16} className="mt-0.5 shrink-0" />
      <span>{message}</span>
    </Field.Error>
  );
}
