"use client";

import Link from "next/link";
import type { EndedCall, LiveCall } from "@/lib/calls/client/call-state";
import { type ProblemCode, problems } from "@/lib/calls/client/problems";
import { commandVoice } from "@/lib/calls/client/voice";

interface ProblemActionProps {
  problem: ProblemCode;
  call: LiveCall | EndedCall;
  className: string;
}

/** The way on from a problem, as a button; nothing when there is none to press. */
export function ProblemAction({ problem, call, className }: ProblemActionProps) {
  const { action } = problems[problem];
  if (action === "sign-in") {
    return (
      <Link href="/signin" className={className}>
        Sign in
      </Link>
    );
  }
  const button = (name: string, onClick: () => void) => (
    <button type="button" className={className} onClick={onClick}>
      {name}
    </button>
  );
  if (action === "hear") return button("Tap to hear", () => void commandVoice({ type: "hear" }));
  if (action === "reload") return button("Reload", () => window.location.reload());
  if (action !== "try-again") return null;
  if (call.phase === "incoming") return null;
  return button("Try again", () => void commandVoice({ type: "dial", peer: call.peer }));
}
