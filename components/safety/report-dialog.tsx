"use client";

import { Field } from "@base-ui/react/field";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ReasonChoice } from "@/components/safety/reason-choice";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { notify } from "@/components/ui/notify";
import { Switch } from "@/components/ui/switch";
import { callApi } from "@/lib/http/call-api";
import { maxDetails, type ReportReason } from "@/lib/reports/reasons";

export interface ReportDialogProps {
  profileId: string;
  /** What the person is called; absent where nothing is known of them. */
  name?: string | undefined;
  /** The match in which it happened: its latest messages go along as evidence. */
  matchId?: string | undefined;
  /** CallSid or RoomSid of the call in which it happened. */
  callSid?: string | undefined;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Once the report is in. Absent: leaves for the matches if the person was blocked too. */
  onReported?: ((blocked: boolean) => void) | undefined;
}

/** Reports a person to the moderators, and blocks them too unless told otherwise. */
export function ReportDialog({ name = "this person", ...props }: ReportDialogProps) {
  const router = useRouter();
  const [reason, setReason] = useState<ReportReason | null>(null);
  const [details, setDetails] = useState("");
  const [block, setBlock] = useState(true);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function send(event: React.FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (!reason) {
      setError("Choose what is wrong.");
      return;
    }
    setBusy(true);
    setError(undefined);
    const { profileId, matchId, callSid } = props;
    const answer = await callApi("POST", "/api/reports", {
      profileId,
      matchId,
      callSid,
      reason,
      details: details.trim(),
      block,
    });
    setBusy(false);
    if (!answer.ok) {
      setError(answer.error.message);
      return;
    }
    props.onOpenChange(false);
    void notify(
      block
        ? `Thank you. ${sentence(name)} is reported and blocked.`
        : "Thank you for your report.",
    );
    if (props.onReported) props.onReported(block);
    else if (block) router.replace("/matches");
  }

  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={`Report ${name}`}
      description={`Moderators look at it. ${sentence(name)} never learns that it was you.`}
      footer={
        <>
          <div className="mb-3.5">
            <Switch
              label="Also block"
              hint="You no longer see or reach each other."
              checked={block}
              onCheckedChange={setBlock}
            />
          </div>
          {error ? (
            <p role="alert" className="mb-3 text-sm font-medium text-danger">
              {error}
            </p>
          ) : null}
          <Button type="submit" form="report" look="danger" busy={busy} className="w-full">
            {block ? "Report and block" : "Report"}
          </Button>
        </>
      }
    >
      <form
        id="report"
        noValidate
        onSubmit={(event) => void send(event)}
        className="flex flex-col gap-5 px-3 pt-2 pb-3"
      >
        <ReasonChoice
          value={reason}
          onChange={(chosen) => {
            setReason(chosen);
            setError(undefined);
          }}
        />
        <Field.Root className="flex flex-col gap-1.5">
          <Field.Label className="text-sm font-semibold">What happened? (optional)</Field.Label>
          <Field.Control
            render={<textarea rows={2} />}
            maxLength={maxDetails}
            value={details}
            onChange={(event) => setDetails(event.target.value)}
            className="field-sizing-content max-h-48 min-h-18 resize-none rounded-2xl bg-surface px-4 py-3 shadow-[inset_0_0_0_1.5px_var(--line-strong)] outline-none focus-visible:shadow-[inset_0_0_0_2.5px_var(--link)]"
          />
          {props.matchId ? (
            <Field.Description className="text-sm text-ink-soft">
              The latest messages of your conversation and the profile go along.
            </Field.Description>
          ) : null}
        </Field.Root>
      </form>
    </Dialog>
  );
}

/** A name, or "this person", as a sentence begins. */
function sentence(name: string): string {
  return `${name[0]?.toUpperCase() ?? ""}${name.slice(1)}`;
}
