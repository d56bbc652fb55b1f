"use client";

import { Phone, Video } from "lucide-react";
import { CallButton } from "@/components/call/call-button";
import { callBack } from "@/components/calls/call-back";
import { useWhyNotPhone } from "@/components/phone/use-why-not-phone";
import type { RememberedCall } from "@/lib/calls/history/types";
import { callBackOf, callName } from "@/lib/calls/history/words";

/** Calls whom a call was with, in the same way; nothing where that is impossible. */
export function CallBackButton({ call, me }: { call: RememberedCall; me: string }) {
  const reason = useWhyNotPhone(call.matchId);
  const back = callBackOf(call, me);
  if (!back) return <span className="size-11 shrink-0" />;
  const isVideo = call.kind === "video";
  const Icon = isVideo ? Video : Phone;
  return (
    <CallButton
      name={`${isVideo ? "Video call" : "Call"} ${callName(call, me)}`}
      reason={reason}
      onClick={() => void callBack(back, call, me)}
    >
      <Icon aria-hidden="true" size={20} className="text-link" />
    </CallButton>
  );
}
