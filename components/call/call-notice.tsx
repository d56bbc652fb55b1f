"use client";

import { Info, TriangleAlert } from "lucide-react";
import { ProblemAction } from "@/components/call/problem-action";
import { type EndedCall, isLive, type LiveCall } from "@/lib/calls/client/call-state";
import { problems, qualitySentence } from "@/lib/calls/client/problems";

/** What is wrong with the call. Read out when it changes. */
export function CallNotice({ call }: { call: LiveCall | EndedCall }) {
  const wrong = call.problem ? problems[call.problem].sentence : null;
  const quality = isLive(call) ? qualitySentence(call.warnings, call.muted) : null;
  const asks = call.phase === "preparing" && "Allow the microphone if your browser asks for it.";
  const sentence = wrong ?? quality ?? (asks || null);
  const Icon = wrong || quality ? TriangleAlert : Info;
  return (
    <div aria-live="polite">
      {sentence ? (
        <div className="bg-shade">
          <div className="mx-auto flex max-w-5xl items-center gap-2.5 px-4 py-2 text-sm font-medium md:px-5">
            <Icon aria-hidden="true" size={17} className="shrink-0" />
            <p className="flex-1 text-pretty">{sentence}</p>
            {call.problem ? (
              <ProblemAction
                problem={call.problem}
                call={call}
                className="inline-grid min-h-11 shrink-0 place-items-center px-2 font-semibold underline underline-offset-4"
              />
            ) : null}
          </div>
        </div>
      ) : null}
    </div>
  );
}
