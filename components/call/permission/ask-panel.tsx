"use client";

import { useState } from "react";
import { askToCall } from "@/components/call/permission/ask-to-call";
import { Button } from "@/components/ui/button";
import { refusalWords } from "@/lib/calls/client/permission/refusal";
import type { MatchPermission } from "@/lib/calls/client/permission/types";
import { askedWords } from "@/lib/calls/client/permission/words";

interface AskPanelProps {
  permission: MatchPermission;
  why: "off" | "ask";
}

/** In place of ways to call somebody by telephone who has not allowed it: how to ask. */
export function AskPanel({ permission, why }: AskPanelProps) {
  const [busy, setBusy] = useState(false);
  const { matchId, person, asked } = permission;
  const { name } = person;

  async function ask() {
    setBusy(true);
    await askToCall({ matchId, kind: "voice", name });
    setBusy(false);
  }

  return (
    <div className="flex flex-col items-start gap-3">
      <p role="status" className="text-pretty text-ink-soft">
        {asked ? askedWords(name, asked) : refusalWords({ name, why })}
      </p>
      {why === "ask" && !asked ? (
        <Button busy={busy} onClick={() => void ask()}>
          Ask to call
        </Button>
      ) : null}
    </div>
  );
}
