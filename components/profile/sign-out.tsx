"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { forgetNotes } from "@/lib/chat/voice-notes/client/outgoing";
import { callApi } from "@/lib/http/call-api";

type Scope = "local" | "global";

/** Leaves Duet on this device, or on all of them. */
export function SignOut({ reachedAt }: { reachedAt: string | null }) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState<Scope>();
  const [error, setError] = useState<string>();

  async function signOut(scope: Scope) {
    setBusy(scope);
    setError(undefined);
    const answer = await callApi("POST", "/api/auth/signout", { scope });
    if (answer.ok) {
      sessionStorage.clear();
      await forgetNotes();
      // A whole new page, so that nothing of this session stays in memory.
      window.location.replace("/");
      return;
    }
    setBusy(undefined);
    setError(answer.error.message);
  }

  return (
    <div className="flex flex-col gap-4">
      {reachedAt ? (
        <p className="text-ink-soft">
          With <span className="font-semibold text-ink tabular-nums">{reachedAt}</span>. Only you
          can see this.
        </p>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button look="outline" busy={busy === "local"} onClick={() => void signOut("local")}>
          Sign out
        </Button>
        <Button look="ghost" onClick={() => setAsking(true)}>
          Sign out everywhere
        </Button>
      </div>
      {error && !asking ? (
        <p role="alert" className="text-sm font-medium text-danger">
          {error}
        </p>
      ) : null}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Sign out everywhere?"
        verb="Sign out"
        busy={busy === "global"}
        error={error}
        onConfirm={() => void signOut("global")}
      >
        <p>
          Every phone and computer that is signed in to your account will have to sign in again.
        </p>
      </ConfirmDialog>
    </div>
  );
}
