"use client";

import { useEffect, useEffectEvent } from "react";
import { useRoom } from "@/components/call/room/use-room";
import { useSurface } from "@/components/call/use-surface";
import { useVoice } from "@/components/call/use-voice";
import { useViewer } from "@/components/shell/viewer-context";
import { startRooms } from "@/lib/calls/client/room/room";
import { startVoice } from "@/lib/calls/client/voice";

const fetchCallSurface = async () => (await import("@/components/call/call-surface")).CallSurface;
const fetchRoomSurface = async () =>
  (await import("@/components/call/room/room-surface")).RoomSurface;
const fetchPhoneCalls = async () =>
  (await import("@/components/phone/card/phone-calls")).PhoneCalls;

/**
 * Calls, for the whole signed-in shell: makes the tab reachable, rings, and holds the call bar and
 * the room while pages change below them. Mount it once, above the pages.
 */
export function CallCenter() {
  const { id, name } = useViewer();
  const { call, device } = useVoice();
  const room = useRoom();
  // Loaded ahead: a call that rings must not wait for its dialog.
  const Surface = useSurface(device !== "off" || call.phase !== "idle", fetchCallSurface);
  const RoomSurface = useSurface(room.ring !== null || room.call !== null, fetchRoomSurface);
  // A call on this person's own telephone needs nothing of this browser, but has time.
  const PhoneCalls = useSurface(device !== "off", fetchPhoneCalls);
  useEffect(() => startVoice(id), [id]);
  // A new name must not end the call that this person is in.
  const startRoomsOf = useEffectEvent((me: string) => startRooms({ id: me, name }));
  useEffect(() => startRoomsOf(id), [id]);

  return (
    <>
      {/* For scripts that drive the page: whether this browser can be called by now. */}
      <span hidden data-voice-device={device} />
      {Surface && call.phase !== "idle" ? <Surface /> : null}
      {PhoneCalls ? <PhoneCalls /> : null}
      {RoomSurface ? <RoomSurface /> : null}
    </>
  );
}
