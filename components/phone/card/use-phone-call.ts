"use client";

import { useSyncExternalStore } from "react";
import { phoneCall } from "@/lib/calls/client/phone/phone";
import type { PhoneCall } from "@/lib/calls/client/phone/phone-call";

/** The call that this person has on their telephone. */
export function usePhoneCall(): PhoneCall | null {
  return useSyncExternalStore(phoneCall.subscribe, phoneCall.getSnapshot, () => null);
}
