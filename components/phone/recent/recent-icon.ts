import { PhoneIncoming, PhoneMissed, PhoneOff, PhoneOutgoing, Video } from "lucide-react";
import type { RecentCall } from "@/lib/calls/recent/types";

/** What kind of call it was, and which way it went. */
export function recentIcon(call: RecentCall, me: string, missed: boolean) {
  if (missed) return PhoneMissed;
  if (call.kind === "video") return Video;
  if (call.endReason === "declined") return PhoneOff;
  return call.callerId === me ? PhoneOutgoing : PhoneIncoming;
}
