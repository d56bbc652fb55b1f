import { PhoneIncoming, PhoneMissed, PhoneOff, PhoneOutgoing, Video, VideoOff } from "lucide-react";
import type { RememberedCall } from "@/lib/calls/history/types";

/** What kind of call it was, which way it went and whether it came to anything. */
export function callIcon({ kind, outcome, isOutgoing, endReason }: RememberedCall) {
  if (kind === "video") return outcome === "missed" || outcome === "declined" ? VideoOff : Video;
  if (outcome === "missed") return PhoneMissed;
  if (endReason === "declined") return PhoneOff;
  return isOutgoing ? PhoneOutgoing : PhoneIncoming;
}
