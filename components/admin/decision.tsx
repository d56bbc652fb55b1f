"use client";

import { Field } from "@base-ui/react/field";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { notify } from "@/components/ui/notify";
import { callApi } from "@/lib/http/call-api";
import type { ReportAction, ReportState } from "@/lib/reports/report-view";

interface DecisionProps {
  reportId: string;
  state: ReportState;
  /** What the person is called; null once the account is deleted. */
  name: string | null;
}

const done: Record<ReportAction, string> = {
  review: "You have taken this report on.",
  dismiss: "The report is dismissed.",
  warn: "The warning is sent.",
  suspend: "The account is suspended.",
  restore: "The suspension is lifted.",
};

/** What a moderator does about a report. */
export function Decision({ reportId, state, name }: DecisionProps) {
  const router = useRouter();
  const [words, setWords] = useState("");
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState<ReportAction>();
  const [error, setError] = useState<string>();
  const [suspending, setSuspending] = useState(false);

  async function act(action: ReportAction) {
    if (busy) return;
    if ((action === "warn" || action === "suspend") && words.trim() === "") {
      setSuspending(false);
      setError(`Write to ${name} what this is about.`);
      return;
    }
    setBusy(action);
    setError(undefined);
    const answer = await callApi("PATCH", `/api/admin/reports/${reportId}`, {
      action,
      note: note.trim(),
      words: words.trim() || undefined,
    });
    setBusy(undefined);
    setSuspending(false);
    if (!answer.ok) {
      setError(answer.error.message);
      return;
    }
    void notify(done[action]);
    router.refresh();
  }

  return (
    <div className="flex flex-col gap-4">
      {name ? (
        <Words
          label={`Words for ${name}`}
          hint="What they read when they are warned or suspended."
          value={words}
          max={500}
          onChange={setWords}
        />
      ) : null}
      <Words
        label="Note"
        hint="For the other moderators."
        value={note}
        max={2000}
        onChange={setNote}
      />
      {error ? (
        <p role="alert" className="text-sm font-medium text-danger">
          {error}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {state === "open" ? (
          <Button look="quiet" busy={busy === "review"} onClick={() => void act("review")}>
            Take on
          </Button>
        ) : null}
        <Button look="quiet" busy={busy === "dismiss"} onClick={() => void act("dismiss")}>
          Dismiss
        </Button>
        {name ? (
          <>
            <Button look="outline" busy={busy === "warn"} onClick={() => void act("warn")}>
              Warn
            </Button>
            <Button look="danger" onClick={() => setSuspending(true)}>
              Suspend
            </Button>
          </>
        ) : null}
      </div>
      <ConfirmDialog
        open={suspending}
        onOpenChange={setSuspending}
        title={`Suspend ${name}?`}
        verb="Suspend"
        busy={busy === "suspend"}
        onConfirm={() => void act("suspend")}
      >
        <p>
          They are signed out everywhere, their calls end, and nobody sees or reaches them. When
          they sign in they read your words and how to appeal.
        </p>
      </ConfirmDialog>
    </div>
  );
}

interface WordsProps {
  label: string;
  hint: string;
  value: string;
  max: number;
  onChange: (value: string) => void;
}

function Words({ label, hint, value, max, onChange }: WordsProps) {
  return (
    <Field.Root className="flex flex-col gap-1.5">
      <Field.Label className="text-sm font-semibold">{label}</Field.Label>
      <Field.Control
        render={<textarea rows={2} />}
        maxLength={max}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="field-sizing-content min-h-18 resize-none rounded-2xl bg-surface px-4 py-3 shadow-[inset_0_0_0_1.5px_var(--line-strong)] outline-none focus-visible:shadow-[inset_0_0_0_2.5px_var(--link)]"
      />
      <Field.Description className="text-sm text-ink-soft">{hint}</Field.Description>
    </Field.Root>
  );
}
