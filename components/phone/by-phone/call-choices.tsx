"use client";

import { Laptop, Smartphone } from "lucide-react";
import { useRef, useState } from "react";
import type { PhoneMatch } from "@/components/phone/by-phone/call-by-phone-dialog";
import { Choice } from "@/components/phone/by-phone/choice";
import { useWhyNotPhone } from "@/components/phone/use-why-not-phone";
import { ringMyPhone } from "@/lib/calls/client/phone/phone";
import { callFailure } from "@/lib/calls/client/phone/words";
import { refusals } from "@/lib/calls/client/refusals";
import { commandVoice } from "@/lib/calls/client/voice";

interface CallChoicesProps {
  match: PhoneMatch;
  hasPhone: boolean;
  onDone: () => void;
}

/** The two ways to have Duet place the call. */
export function CallChoices({ match, hasPhone, onDone }: CallChoicesProps) {
  const { matchId, person } = match;
  const reason = useWhyNotPhone(matchId);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // Sent again after a lost answer, the same key places no second call.
  const key = useRef(crypto.randomUUID());

  async function ring() {
    setBusy(true);
    setProblem(null);
    const answer = await ringMyPhone({ matchId, key: key.current });
    setBusy(false);
    if (answer.ok) return onDone();
    if (answer.error.code !== "offline") key.current = crypto.randomUUID();
    setProblem(callFailure(answer.error));
  }

  async function callFromHere() {
    const peer = {
      profileId: person.id,
      displayName: person.name,
      matchId,
      via: "phone" as const,
    };
    if (await commandVoice({ type: "dial", peer })) onDone();
    else setProblem(refusals[navigator.onLine ? "unavailable" : "offline"].sentence);
  }

  return (
    <>
      <div className="flex flex-col gap-2">
        {hasPhone ? (
          <Choice
            Icon={Smartphone}
            name="Ring my phone"
            words={`Your phone rings first, then ${person.name} is called.`}
            busy={busy}
            disabled={reason !== null}
            onClick={() => void ring()}
          />
        ) : null}
        <Choice
          Icon={Laptop}
          name="Call their phone from here"
          words="You talk in this browser, they on their phone."
          disabled={reason !== null}
          onClick={() => void callFromHere()}
        />
      </div>
      {hasPhone ? null : (
        <p className="text-sm text-ink-soft">
          You signed in by e-mail, so Duet knows no phone of yours to ring.
        </p>
      )}
      <p role="alert" className="text-sm font-medium text-pretty text-danger empty:hidden">
        {problem ?? reason}
      </p>
    </>
  );
}
