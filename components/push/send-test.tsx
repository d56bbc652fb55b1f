"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { callApi } from "@/lib/http/call-api";

/** Shows what a notification looks like, and that it comes. */
export function SendTest() {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");

  async function send() {
    setBusy(true);
    setSaid("");
    const answer = await callApi("POST", "/api/push/test");
    setBusy(false);
    if (!answer.ok) setSaid(answer.error.message);
    else if (answer.data.sent === 0) {
      setSaid("No device took it. Switch notifications off and on again.");
    } else setSaid("On its way. It takes a few seconds.");
  }

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button look="outline" busy={busy} onClick={() => void send()}>
        Send a test
      </Button>
      <p role="status" className="text-sm text-ink-soft">
        {said}
      </p>
    </div>
  );
}
