import type { Engine, MissedCall } from "@/lib/calls/client/engine";
import { emptyView, type Levels, type VoiceCommand, type VoiceView } from "@/lib/calls/client/view";
import { createCell, type Observable } from "@/lib/cell";
import { onWake } from "@/lib/realtime/wake";
import { whenIdle } from "@/lib/when-idle";

/** How long a page may take to become idle before calls are loaded all the same. */
const idleTimeoutMs = 1000;

const view = createCell<VoiceView>(emptyView);
const levels = createCell<Levels>({ input: 0, output: 0 });
const missed = new Set<(call: MissedCall) => void>();
let engine: { load(): Promise<Engine | null>; stop(): void } | null = null;

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
  let loading: Promise<Engine | null> | null = null;
  let stopped = false;

  async function open(): Promise<Engine | null> {
    try {
      const { startEngine } = await import("@/lib/calls/client/engine");
      return startEngine({ me, view, levels, onMissed });
    } catch {
      // Not to be had without a network: tried again when there is one, or when somebody calls.
      loading = null;
      return null;
    }
  }
  const load = () => {
    loading ??= open();
    return loading;
  };
  const cancel = whenIdle(load, idleTimeoutMs);
  const stopWaking = onWake(load);
  const mine = {
    load,
    stop() {
      if (stopped) return;
      stopped = true;
      cancel();
      stopWaking();
      void loading?.then((started) => started?.stop());
      if (engine === mine) engine = null;
    },
  };
  engine = mine;
  return mine.stop;
}

function onMissed(call: MissedCall) {
  for (const listener of missed) listener(call);
}

/**
 * Asks for something, in whichever tab holds the calls.
 *
 * @returns false when this tab could not get ready for calls, as without a network
 */
export async function commandVoice(command: VoiceCommand): Promise<boolean> {
  const loaded = await engine?.load();
  await loaded?.command(command);
  return Boolean(loaded);
}
