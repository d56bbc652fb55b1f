"use client";

import { useState } from "react";
import { channelWords } from "@/components/auth/channels";
import { CodeField } from "@/components/auth/code-field";
import { codeLength } from "@/components/auth/read-code";
import { ResendCode } from "@/components/auth/resend-code";
import { checkCode, type Recipient } from "@/components/auth/verification";
import { Button } from "@/components/ui/button";
import type { ApiFailure } from "@/lib/http/call-api";
import { displayPhone } from "@/lib/phone/draft";

interface CodeStepProps {
  recipient: Recipient;
  /** Seconds until another code may be asked for. */
  resendAfterSeconds: number;
  onVerified: () => void;
  /** Back to the number. */
  onChangeRecipient: () => void;
}

const spentCodes = ["code_expired", "too_many_checks"];

/** Second step: the code that has arrived. It is checked as soon as it is complete. */
export function CodeStep(props: CodeStepProps) {
  const { recipient, onVerified } = props;
  const [code, setCode] = useState("");
  const [failure, setFailure] = useState<ApiFailure>();
  const [busy, setBusy] = useState(false);
  const isEmail = recipient.channel === "email";

  async function verify(complete: string) {
    setBusy(true);
    const answer = await checkCode(recipient, complete);
    if (answer.ok) {
      onVerified();
      return;
    }
    setBusy(false);
    setFailure(answer.error);
    // A code that the network lost can be sent again as it is.
    if (answer.error.code !== "offline") setCode("");
  }

  function change(next: string) {
    setCode(next);
    if (next !== "") setFailure(undefined);
    if (next.length === codeLength && !busy) void verify(next);
  }

  function submit(event: React.FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (code.length === codeLength) void verify(code);
    else {
      const message = `Enter all ${codeLength} digits of the code.`;
      setFailure({ code: "incomplete", message, retryAfterSeconds: null });
    }
  }

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-6">
      <p className="text-ink-soft">
        {channelWords[recipient.channel].sent}{" "}
        <strong className="font-semibold whitespace-nowrap text-ink">
          {isEmail ? recipient.email : displayPhone(recipient.phone)}
        </strong>
        .{" "}
        <button
          type="button"
          onClick={props.onChangeRecipient}
          className="inline-flex min-h-11 items-center font-semibold text-link underline underline-offset-3"
        >
          {isEmail ? "Change email" : "Change number"}
        </button>
      </p>
      <CodeField value={code} onChange={change} error={failure?.message} readOnly={busy} />
      <Button type="submit" busy={busy} className="min-h-13 text-lg">
        Verify
      </Button>
      <ResendCode
        recipient={recipient}
        firstWaitSeconds={props.resendAfterSeconds}
        urgent={failure !== undefined && spentCodes.includes(failure.code)}
        onSent={() => {
          setCode("");
          setFailure(undefined);
        }}
      />
    </form>
  );
}
