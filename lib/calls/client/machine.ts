import {
  type CallEvent,
  type CallFacts,
  type CallState,
  type EndedCall,
  type EndReason,
  isLive,
  type LiveCall,
  type LivePhase,
} from "@/lib/calls/client/call-state";

type EventOf<T extends CallEvent["type"]> = Extract<CallEvent, { type: T }>;

export const idle: CallState = { phase: "idle" };

const begin = (facts: Pick<CallFacts, "peer" | "direction" | "startedAt" | "callSid">) => ({
  ...facts,
  muted: false,
  digits: "",
  reach: "app" as const,
  openedAt: null,
  warnings: [],
  problem: null,
  outcome: null,
});

/** What only the other side can have done, and what therefore outranks a failure seen here. */
const theirDoing: ReadonlySet<EndReason> = new Set(["busy", "declined", "no-answer", "blocked"]);

function end(call: LiveCall, at: number, reason: EndReason): EndedCall {
  // The row outranks the SDK, which does not know busy from declined.
  return { ...call, phase: "ended", endedAt: at, reason: call.outcome ?? reason, problem: null };
}

function fail(call: LiveCall | EndedCall, event: EventOf<"failed" | "microphone-failed">) {
  const over = isLive(call) ? end(call, event.at, "ended") : call;
  if (theirDoing.has(over.reason) || over.reason === "failed") return over;
  return { ...over, reason: "failed" as const, problem: event.problem };
}

/** The phases in which each event means something; in all others it is ignored. */
const legal: Record<CallEvent["type"], readonly CallState["phase"][]> = {
  dialled: ["idle", "ended"],
  invited: ["idle", "ended"],
  accepted: ["incoming"],
  "microphone-ready": ["preparing"],
  "microphone-failed": ["preparing"],
  ringing: ["connecting", "ringing"],
  reached: ["connecting", "ringing"],
  opened: ["preparing", "connecting", "ringing", "reconnecting"],
  reconnecting: ["connecting", "open"],
  reconnected: ["reconnecting"],
  muted: ["connecting", "ringing", "open", "reconnecting"],
  pressed: ["open"],
  warned: ["open", "reconnecting"],
  "warning-cleared": ["open", "reconnecting"],
  "problem-raised": ["incoming", "connecting", "ringing", "open", "reconnecting"],
  "problem-cleared": ["incoming", "connecting", "ringing", "open", "reconnecting"],
  named: ["preparing", "connecting", "ringing", "incoming", "open", "reconnecting", "ended"],
  failed: ["preparing", "connecting", "ringing", "incoming", "open", "reconnecting", "ended"],
  ended: ["preparing", "connecting", "ringing", "incoming", "open", "reconnecting"],
  settled: ["preparing", "connecting", "ringing", "incoming", "open", "reconnecting", "ended"],
  dismissed: ["ended"],
};

/**
 * The next state of a call. Pure; an event that makes no sense in the present phase (a late
 * `ringing`, a second `ended`) returns the very same state.
 */
export function transition(state: CallState, event: CallEvent): CallState {
  if (!legal[event.type].includes(state.phase)) return state;
  if (event.type === "dialled") {
    const { peer, at } = event;
    return {
      phase: "preparing",
      ...begin({ peer, direction: "outgoing", startedAt: at, callSid: null }),
    };
  }
  if (event.type === "invited") {
    const { peer, callSid, at } = event;
    return { phase: "incoming", ...begin({ peer, direction: "incoming", startedAt: at, callSid }) };
  }
  if (state.phase === "idle" || event.type === "dismissed") return idle;
  if (event.type === "failed") return fail(state, event);
  if (event.type === "named") {
    return { ...state, peer: { ...state.peer, displayName: event.displayName } };
  }
  if (event.type === "settled") return settle(state, event.reason);
  return isLive(state) ? advance(state, event) : state;
}

function settle(call: LiveCall | EndedCall, reason: EndReason): CallState {
  if (isLive(call)) return { ...call, outcome: reason };
  // Its row goes on to tell of the talk on the other device.
  if (call.reason === "elsewhere") return call;
  // To the provider, a call that broke off here looks hung up or canceled; this browser knows better.
  if (call.problem && !theirDoing.has(reason)) return call;
  return { ...call, reason, problem: null };
}

type StepEvent = Exclude<
  CallEvent,
  EventOf<"dialled" | "invited" | "dismissed" | "failed" | "settled" | "named">
>;

function advance(call: LiveCall, event: StepEvent): CallState {
  const to = (phase: LivePhase, facts: Partial<CallFacts> = {}): LiveCall => ({
    ...call,
    ...facts,
    phase,
  });
  switch (event.type) {
    case "accepted":
      return to("preparing", { problem: null });
    case "microphone-ready":
      return to("connecting");
    case "microphone-failed":
      // A call that still rings can be accepted once the microphone is there.
      if (call.direction === "incoming") return to("incoming", { problem: event.problem });
      return fail(call, event);
    case "ringing":
      return to("ringing", { callSid: event.callSid ?? call.callSid });
    case "reached":
      if (event.reach === call.reach || call.direction === "incoming") return call;
      // Nothing rings yet, but it goes on: waiting for somebody is no failure to connect.
      return to(event.reach === "app" ? call.phase : "ringing", { reach: event.reach });
    case "opened":
      return to("open", {
        callSid: event.callSid ?? call.callSid,
        openedAt: call.openedAt ?? event.at,
      });
    case "reconnecting":
      return to("reconnecting");
    case "reconnected":
      return to(call.openedAt === null ? "connecting" : "open");
    case "muted":
      return to(call.phase, { muted: event.muted });
    case "pressed":
      return to(call.phase, { digits: call.digits + event.digits });
    case "warned":
      if (call.warnings.includes(event.warning)) return call;
      return to(call.phase, { warnings: [...call.warnings, event.warning] });
    case "warning-cleared":
      return to(call.phase, { warnings: call.warnings.filter((name) => name !== event.warning) });
    case "problem-raised":
      return to(call.phase, { problem: event.problem });
    case "problem-cleared":
      return to(call.phase, { problem: null });
    case "ended":
      return end(call, event.at, event.reason);
  }
}
