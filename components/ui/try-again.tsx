"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonLook } from "@/components/ui/button-class";

interface TryAgainProps {
  look?: ButtonLook;
  verb?: string;
  /** Settles when there is an answer, whatever it is. */
  onTry: () => Promise<unknown>;
}

/** The way on after something did not load; shows that it tries, even when it fails once more. */
export function TryAgain({ look = "primary", verb = "Try again", onTry }: TryAgainProps) {
  const [busy, setBusy] = useState(false);
  async function attempt() {
    setBusy(true);
    await onTry();
    setBusy(false);
  }
  return (
    <Button look={look} busy={busy} onClick={() => void attempt()}>
      {verb}
    </Button>
  );
}
