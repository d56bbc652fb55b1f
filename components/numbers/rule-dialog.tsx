"use client";

import type { CountryCode } from "libphonenumber-js/min";
import { useId, useState } from "react";
import { conditions } from "@/components/numbers/conditions";
import type { Rule } from "@/components/numbers/types";
import { useTask } from "@/components/numbers/use-task";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { readPhone, typePhone } from "@/lib/phone/draft";

interface RuleDialogProps {
  onClose: () => void;
  numberId: string;
  /** Numbers without a country code are taken to be of this country. */
  country: CountryCode;
  /** The rule to change; absent for a new one. */
  rule?: Rule | undefined;
}

const usualSeconds = 20;

/** Makes or changes a forwarding rule. */
export function RuleDialog({ onClose, numberId, country, rule }: RuleDialogProps) {
  const [condition, setCondition] = useState<string>(rule?.condition ?? "always");
  const [to, setTo] = useState({ text: rule?.shownTo ?? "", country });
  const [seconds, setSeconds] = useState(String(rule?.ringTimeout ?? usualSeconds));
  const [problems, setProblems] = useState<{ to?: string; seconds?: string }>({});
  const { run, busy, failure, forget } = useTask();
  const formId = useId();

  async function save(event: React.FormEvent) {
    event.preventDefault();
    if (busy) return;
    forget();
    const number = readPhone(to, "this country");
    const ringTimeout = Number(seconds);
    const isRingable = Number.isInteger(ringTimeout) && ringTimeout >= 5 && ringTimeout <= 60;
    setProblems({
      ...("problem" in number && { to: number.problem }),
      ...(!isRingable && { seconds: "Enter whole seconds, from 5 to 60." }),
    });
    if ("problem" in number || !isRingable) return;
    const fields = { condition, forwardTo: number.e164, ringTimeout };
    const saved = rule
      ? await run("PUT", `/api/call-forwarding/${rule.id}`, fields)
      : await run("POST", "/api/call-forwarding", { numberId, ...fields });
    if (saved) onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={rule ? "Edit rule" : "Add rule"}
      footer={
        <Button type="submit" form={formId} busy={busy} className="w-full">
          Save rule
        </Button>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => void save(event)}
        className="flex flex-col gap-4 px-3 pb-2"
      >
        <SelectField label="When" value={condition} onChange={setCondition} choices={conditions} />
        <TextField
          label="Forward to"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          value={to.text}
          onChange={(event) => setTo(typePhone(to, event.target.value))}
          error={problems.to ?? failure?.message}
          hint="Your mobile, for example. Whoever answers there presses 1 to take the call."
        />
        <TextField
          label="Ring for (seconds)"
          type="number"
          inputMode="numeric"
          min={5}
          max={60}
          value={seconds}
          onChange={(event) => setSeconds(event.target.value)}
          error={problems.seconds}
          hint="Then the next rule is tried, or voicemail answers."
        />
      </form>
    </Dialog>
  );
}
