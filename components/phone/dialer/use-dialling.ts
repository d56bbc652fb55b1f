"use client";

import { useState } from "react";
import { checkNumber } from "@/lib/calls/client/phone/check";
import { callFailure } from "@/lib/calls/client/phone/words";
import { refusals } from "@/lib/calls/client/refusals";
import { commandVoice } from "@/lib/calls/client/voice";
import { displayPhone, type PhoneDraft, readPhone } from "@/lib/phone/draft";

/** Calls a number outside of Duet from this browser, once the server says that it may be called. */
export function useDialling() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function dial(draft: PhoneDraft, countryName: string, from: string | null) {
    const read = readPhone(draft, countryName);
    if ("problem" in read) return read.problem;
    const refusal = await checkNumber(read.e164);
    if (refusal) return callFailure(refusal);
    const displayName = displayPhone(read.e164);
    const peer = { profileId: null, displayName, matchId: null, via: "phone" as const };
    const dialled = { ...peer, number: read.e164, ...(from && { from }) };
    const done = await commandVoice({ type: "dial", peer: dialled });
    return done ? null : refusals[navigator.onLine ? "unavailable" : "offline"].sentence;
  }

  return {
    busy,
    /** What is wrong, in words; null when nothing is. */
    problem,
    forgive: () => setProblem(null),
    async call(draft: PhoneDraft, countryName: string, from: string | null) {
      if (busy) return;
      setBusy(true);
      setProblem(null);
      setProblem(await dial(draft, countryName, from));
      setBusy(false);
    },
  };
}
