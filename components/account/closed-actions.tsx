"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { forgetNotes } from "@/lib/chat/voice-notes/client/outgoing";
import { callApi } from "@/lib/http/call-api";

interface ClosedActionsProps {
  /** Whether the person can open the account again themselves. */
  canKeep: boolean;
}

/** The ways on from a closed account. */
export function ClosedActions({ canKeep }: ClosedActionsProps) {
  const [busy, setBusy] = useState<"keep" | "out">();
  const [error, setError] = useState<string>();

  async function go(step: "keep" | "out") {
    setBusy(step);
    setError(undefined);
    const answer =
      step === "keep"
        ? await callApi("POST", "/api/account/keep")
        : await callApi("POST", "/api/auth/signout", { scope: "local" });
    if (answer.ok) {
      if (step === "out") await forgetNotes();
      window.location.replace(step === "keep" ? "/matches" : "/");
      return;
    }
    setBusy(undefined);
    setError(answer.error.message);
  }

  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-3">
        {canKeep ? (
          <Button busy={busy === "keep"} onClick={() => void go("keep")}>
            Keep my account
          </Button>
        ) : null}
        <Button look="outline" busy={busy === "out"} onClick={() => void go("out")}>
          Sign out
        </Button>
      </div>
      {error ? (
        <p role="alert" className="text-sm font-medium text-danger">
          {error}
        </p>
      ) : null}
    </div>
  );
}
