"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notify";
import { callApi } from "@/lib/http/call-api";

/** The way back for somebody whose appeal was heard. */
export function Appeal({ reportId }: { reportId: string }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function restore() {
    setBusy(true);
    setError(undefined);
    const answer = await callApi("PATCH", `/api/admin/reports/${reportId}`, { action: "restore" });
    setBusy(false);
    if (!answer.ok) {
      setError(answer.error.message);
      return;
    }
    void notify("The suspension is lifted.");
    router.refresh();
  }

  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-ink-soft">If an appeal was right, the account can be opened again.</p>
      <Button look="outline" busy={busy} onClick={() => void restore()}>
        Lift suspension
      </Button>
      {error ? (
        <p role="alert" className="text-sm font-medium text-danger">
          {error}
        </p>
      ) : null}
    </div>
  );
}
