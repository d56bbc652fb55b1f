"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMatches } from "@/components/chat/matches-context";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { notify } from "@/components/ui/notify";
import type { Person } from "@/lib/chat/types";
import { callApi } from "@/lib/http/call-api";

interface BlockDialogProps {
  person: Person;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Asks before blocking; afterwards offers to undo it. */
export function BlockDialog({ person, open, onOpenChange }: BlockDialogProps) {
  const router = useRouter();
  const { matches, refresh } = useMatches();
  const shared = matches?.some(
    ({ isGroup, people }) => isGroup && people.some(({ id }) => id === person.id),
  );
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function undo() {
    const answer = await callApi("DELETE", `/api/blocks/${person.id}`);
    if (answer.ok) void notify(`${person.name} is unblocked.`);
    else void notify(answer.error.message);
    await refresh();
  }

  async function block() {
    setBusy(true);
    setError(undefined);
    const answer = await callApi("POST", "/api/blocks", { profileId: person.id });
    setBusy(false);
    if (!answer.ok) {
      setError(answer.error.message);
      return;
    }
    onOpenChange(false);
    router.replace("/matches");
    void notify(`${person.name} is blocked.`, {
      action: { label: "Undo", onClick: () => void undo() },
    });
    await refresh();
  }

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Block ${person.name}?`}
      verb="Block"
      busy={busy}
      error={error}
      onConfirm={() => void block()}
    >
      <p>
        You will not see each other or be able to write or call. A call between you ends now.{" "}
        {shared ? "You also leave the groups that you share. " : null}
        {person.name} is not told, and you can undo it in Settings.
      </p>
    </ConfirmDialog>
  );
}
