"use client";

import { useId, useState } from "react";
import { PeoplePicker } from "@/components/chat/group/people-picker";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { TextField } from "@/components/ui/text-field";
import type { MatchSummary } from "@/lib/chat/types";

interface PeopleDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description: string;
  /** The verb on the button. */
  verb: string;
  choices: readonly MatchSummary[];
  /** Chosen from the start. */
  preselected?: string | undefined;
  min: number;
  max: number;
  /** Why there is nobody to choose; shown instead of the list. */
  nobody: { title: string; words: string } | null;
  /** Whether a name can be given. */
  named?: boolean;
  /** @returns what went wrong, in words; null when nothing did */
  submit: (matchIds: string[], title: string) => Promise<string | null>;
}

/** Chooses people out of one's matches, for a group. */
export function PeopleDialog(props: PeopleDialogProps) {
  const { choices, min, max, submit } = props;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(props.preselected ? [props.preselected] : []),
  );
  const [title, setTitle] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const formId = useId();
  // A match may end while the dialog is open.
  const ids = choices.map(({ id }) => id).filter((id) => chosen.has(id));

  async function onSubmit(event: React.FormEvent) {
    event.preventDefault();
    if (busy || ids.length < min) return;
    setBusy(true);
    setError(await submit(ids, title));
    setBusy(false);
  }

  const footer = (
    <>
      {error ? (
        <p role="alert" className="mb-3 text-sm font-medium text-danger">
          {error}
        </p>
      ) : null}
      <Button
        type="submit"
        form={formId}
        busy={busy}
        disabled={ids.length < min}
        className="w-full"
      >
        {props.verb}
      </Button>
    </>
  );
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={props.title}
      description={props.nobody ? undefined : props.description}
      footer={props.nobody ? null : footer}
    >
      {props.nobody ? (
        <EmptyState title={props.nobody.title}>
          <p>{props.nobody.words}</p>
        </EmptyState>
      ) : (
        <form id={formId} onSubmit={(event) => void onSubmit(event)} className="pb-1">
          {props.named ? (
            <div className="px-3 pt-1 pb-4">
              <TextField
                label="Name of the group (optional)"
                name="title"
                maxLength={80}
                autoComplete="off"
                dir="auto"
                value={title}
                onChange={(event) => setTitle(event.target.value)}
              />
            </div>
          ) : null}
          <PeoplePicker choices={choices} chosen={chosen} onChange={setChosen} max={max} />
        </form>
      )}
    </Dialog>
  );
}
