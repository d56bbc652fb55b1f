"use client";

import { Field } from "@base-ui/react/field";
import { useId, useState } from "react";
import { useTask } from "@/components/numbers/use-task";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FieldError } from "@/components/ui/field-error";

interface WordsDialogProps {
  onClose: () => void;
  title: string;
  label: string;
  hint: string;
  /** Of the number that has these words. */
  id: string;
  /** The property that holds them. */
  field: "name" | "greeting";
  value: string;
  maxLength: number;
}

/** What a number is called, or what its callers hear. */
export function WordsDialog(props: WordsDialogProps) {
  const [value, setValue] = useState(props.value);
  const { run, busy, failure } = useTask();
  const formId = useId();
  const isLong = props.field === "greeting";

  async function save(event: React.FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (await run("PUT", `/api/numbers/${props.id}`, { [props.field]: value })) props.onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || props.onClose()}
      title={props.title}
      footer={
        <Button type="submit" form={formId} busy={busy} className="w-full">
          Save
        </Button>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void save(event)} className="px-3 pb-2">
        <Field.Root invalid={Boolean(failure)} className="flex flex-col gap-1.5">
          <Field.Label className="text-sm font-semibold">{props.label}</Field.Label>
          <Field.Control
            render={isLong ? <textarea rows={4} /> : <input />}
            maxLength={props.maxLength}
            dir="auto"
            autoComplete="off"
            value={value}
            onChange={(event) => setValue(event.target.value)}
            className="min-h-13 resize-none rounded-2xl bg-surface px-4 py-3 text-lg shadow-[inset_0_0_0_1.5px_var(--line-strong)] outline-none focus-visible:shadow-[inset_0_0_0_2.5px_var(--link)]"
          />
          <Field.Description className="text-sm text-ink-soft">{props.hint}</Field.Description>
          <FieldError message={failure?.message} />
        </Field.Root>
      </form>
    </Dialog>
  );
}
