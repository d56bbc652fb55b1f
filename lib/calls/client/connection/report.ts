import { callApi } from "@/lib/http/call-api";

/**
 * Has the server keep how well this person was connected. Lost without harm: the call's details
 * then say that nothing was measured.
 *
 * @param sid - CallSid of this browser's leg, or RoomSid
 * @param level - 0 to 5; null when it was not measured
 */
export function reportConnection(sid: string, level: number | null): void {
  if (level === null) return;
  void callApi("PUT", `/api/calls/${sid}/connection`, { level }, { keepalive: true });
}
