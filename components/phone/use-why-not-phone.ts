"use client";

import { useRoom } from "@/components/call/room/use-room";
import { useVoice } from "@/components/call/use-voice";
import { whyNotCall } from "@/components/call/why-not";
import { usePhoneCall } from "@/components/phone/card/use-phone-call";
import { useOnline } from "@/components/shell/use-online";
import { otherName } from "@/lib/calls/client/phone/words";
import { refusals } from "@/lib/calls/client/refusals";

/**
 * Why nobody can be called by telephone now; null when they can.
 *
 * @param matchId - null for a number outside of Duet
 */
export function useWhyNotPhone(matchId: string | null): string | null {
  const online = useOnline();
  const phone = usePhoneCall();
  const inBrowser = whyNotCall(useVoice(), useRoom(), matchId);
  if (!online) return refusals.offline.sentence;
  if (phone && phone.phase !== "ended") return `You are on the phone with ${otherName(phone)}.`;
  return inBrowser;
}
