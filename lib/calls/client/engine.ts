import {
  type CallRow,
  isMissedCall,
  isRowOf,
  parseCallRow,
  reachOf,
  reasonOf,
} from "@/lib/calls/client/call-row";
import { isLive, type Peer } from "@/lib/calls/client/call-state";
import { onGesture } from "@/lib/calls/client/gestures";
import { askForMicrophone } from "@/lib/calls/client/microphone";
import { createOwner, type Owner } from "@/lib/calls/client/owner";
import { createReadyReport } from "@/lib/calls/client/ready";
import { createSounds, type Sounds } from "@/lib/calls/client/sounds";
import { joinTabs } from "@/lib/calls/client/tabs";
import { emptyView, type Levels, type VoiceCommand, type VoiceView } from "@/lib/calls/client/view";
import type { Cell } from "@/lib/cell";
import { subscribeUserEvents } from "@/lib/realtime/user-events";
import { onWake } from "@/lib/realtime/wake";

/** Somebody called in vain. */
export interface MissedCall {
  callId: string;
  callerId: string;
  matchId: string;
  /** Null when it never rang here. */
  displayName: string | null;
}

interface EngineOptions {
  /** Profile id of the signed-in person. */
  me: string;
  view: Cell<VoiceView>;
  levels: Cell<Levels>;
  onMissed(call: MissedCall): void;
}

export interface Engine {
  command(command: VoiceCommand): Promise<void>;
  stop(): void;
}

/** An owner that says nothing for this long is frozen, and its device with it. */
const ownerPatienceMs = 1500;

/** Starts calls in this tab, as their owner or as a mirror of the tab that is. */
export function startEngine({ me, view, levels, onMissed }: EngineOptions): Engine {
  let owner: Owner | null = null;
  const told = new Set<string>();
  let lastCaller: Peer | null = null;
  // Rings in place of an owner that may not make a sound.
  let ringer: Sounds | null = null;
  const sayReady = createReadyReport();
  const tabs = joinTabs<VoiceView, VoiceCommand>({
    // Tabs that were signed in as somebody else before must not answer for this person.
    name: `duet-voice:${me}`,
    locks: navigator.locks,
    openChannel: (name) => new BroadcastChannel(name),
    getState: view.getSnapshot,
    onRole(role) {
      owner?.stop();
      owner = role === "owner" ? createOwner(view, levels) : null;
    },
    onState: (state) => view.update(() => state),
    onCommand: (command) => owner?.run(command),
  });

  function onRow(row: CallRow) {
    const { call } = view.getSnapshot();
    if (owner && call.phase !== "idle" && isRowOf(call, row, me)) {
      owner.dispatch({ type: "reached", reach: reachOf(row) });
      const reason = reasonOf(row, call);
      if (reason) owner.dispatch({ type: "settled", reason });
    }
    const { id: callId, callerId, matchId } = row;
    if (callerId && matchId && isMissedCall(row, me) && !told.has(callId)) {
      told.add(callId);
      const rang = lastCaller?.profileId === callerId ? lastCaller.displayName : null;
      // One tab is enough: the one in view, or else the owner.
      if (owner || !document.hidden) onMissed({ callId, callerId, matchId, displayName: rang });
    }
  }

  async function wake() {
    if (owner) {
      owner.wake();
      sayReady(view.getSnapshot().device, true);
    } else if (!document.hidden && !(await tabs.ownerAnswers(ownerPatienceMs)))
      await tabs.takeOver();
  }

  const stops = [
    view.subscribe(() => {
      const { call, device } = view.getSnapshot();
      if (owner) sayReady(device, false);
      if (call.phase === "incoming") lastCaller = call.peer;
      ringer?.follow(call);
      tabs.publish(view.getSnapshot());
    }),
    subscribeUserEvents("call", (payload) => {
      const row = parseCallRow(payload);
      if (row) onRow(row);
    }),
    onWake(() => void wake()),
    onGesture(() => owner?.unlock()),
  ];
  void wake();

  return {
    async command(command) {
      if (!owner && command.type === "dial" && !isLive(view.getSnapshot().call)) {
        // The tab that the person looks at should hold the microphone and the sound: it can ask
        // for permission, it may play audio, and browsers slow hidden tabs down.
        await tabs.takeOver();
      }
      // The owner may be hidden and unable to ask; what is allowed here is allowed there.
      if (!owner && command.type === "accept") await askForMicrophone();
      if (!owner && command.type === "hear" && view.getSnapshot().ringtoneBlocked) {
        ringer ??= createSounds(() => undefined);
        ringer.follow(view.getSnapshot().call);
      }
      tabs.send(command);
    },
    stop() {
      for (const stop of stops) stop();
      tabs.stop();
      ringer?.stop();
      owner?.stop();
      owner = null;
      view.update(() => emptyView);
    },
  };
}
