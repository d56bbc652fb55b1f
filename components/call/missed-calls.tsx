"use client";

import { useEffect } from "react";
import { onMissedRoom } from "@/lib/calls/client/room/room";
import { onMissedCall } from "@/lib/calls/client/voice";

type Words = typeof import("@/components/call/tell-missed");

/** Without a network there are no words to be had; the chat tells of the call as well. */
function withWords(tell: (words: Words) => void) {
  import("@/components/call/tell-missed").then(tell, () => undefined);
}

/** Says who called in vain, with a way to call back. */
export function MissedCalls() {
  useEffect(() => onMissedCall((missed) => withWords((words) => words.tellOfCall(missed))), []);
  useEffect(() => onMissedRoom((missed) => withWords((words) => words.tellOfRoom(missed))), []);
  return null;
}
