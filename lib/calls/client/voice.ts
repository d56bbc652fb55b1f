import type { Engine, MissedCall } from "@/lib/calls/client/engine";
import { mayBegin } from "@/lib/calls/client/permission/permissions";
import { emptyView, type Levels, type VoiceCommand, type VoiceView } from "@/lib/calls/client/view";
import { createCell, type Observable } from "@/lib/cell";
import { type OnDemand, startOnDemand } from "@/lib/on-demand";

const view = createCell<VoiceView>(emptyView);
const levels = createCell<Levels>({ input: 0, output: 0 });
const missed = new Set<(call: MissedCall) => void>();
let engine: OnDemand<Engine> | null = null;

/** What this tab shows of calls. */
export const voiceView: Observable<VoiceView> = view;

/** How loud both sides of the call are now. */
export const voiceLevels: Observable<Levels> = levels;

/** Hears of calls that this person missed. @returns stops listening */
export function onMissedCall(listener: (call: MissedCall) => void): () => void {
  missed.add(listener);
  return () => missed.delete(listener);
}

/**
 * Makes this tab ready for calls, once the page has nothing better to do. Idempotent: starting
 * again stops what was started before.
 *
 * @param me - profile id of the signed-in person
 * @returns stops it, hanging up if a call is held here
 */
export function startVoice(me: string): () => void {
  engine?.stop();
  const mine = startOnDemand(async () => {
    const { startEngine } = await import("@/lib/calls/client/engine");
    return startEngine({ me, view, levels, onMissed });
  });
  engine = mine;
  return mine.stop;
}

function onMissed(call: MissedCall) {
  for (const listener of missed) listener(call);
}

/**
 * Asks for something, in whichever tab holds the calls. A call that the other has not allowed is
 * not begun; whoever listens to that is told.
 *
 * @returns false when this tab could not get ready for calls, as without a network
 */
export async function commandVoice(command: VoiceCommand): Promise<boolean> {
  if (command.type === "dial" && !(await mayBegin(command.peer.matchId, "voice"))) return true;
  const loaded = await engine?.load();
  await loaded?.command(command);
  return Boolean(loaded);
}
