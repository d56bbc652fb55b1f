"use client";

import { useEffect } from "react";
import { PhoneCallCard } from "@/components/phone/card/phone-call-card";
import { usePhoneCall } from "@/components/phone/card/use-phone-call";
import { useViewer } from "@/components/shell/viewer-context";
import { startPhoneCalls } from "@/lib/calls/client/phone/phone";

/** Shows the call that this person has on their telephone, on whatever page they are. */
export function PhoneCalls() {
  const { id } = useViewer();
  const call = usePhoneCall();
  useEffect(() => startPhoneCalls(id), [id]);
  return call ? <PhoneCallCard call={call} /> : null;
}
