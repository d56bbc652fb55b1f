import { EventEmitter } from "node:events";
import type { Call } from "@twilio/voice-sdk";
import { describe, expect, it } from "vitest";
import type { CallEvent } from "@/lib/calls/client/call-state";
import { watchCall } from "@/lib/calls/client/sdk-call";

type Surface = Pick<Call, "parameters" | "connectToken" | "status" | "disconnect">;

/** The part of an SDK call that is read; what it really does is proved in the browser. */
function fakeCall(status: string, connectToken?: string) {
  const emitter = new EventEmitter();
  const surface: Surface = {
    parameters: { CallSid: "CA1" },
    connectToken,
    status: () => status as Call.State,
    disconnect: () => emitter.emit("disconnect"),
  };
  return Object.assign(emitter, surface);
}

function watched(status = "open", connectToken?: string) {
  const call = fakeCall(status, connectToken);
  const events: CallEvent[] = [];
  const stop = watchCall(call as unknown as Call, {
    onEvent: (event) => events.push(event),
    onLevels: () => {},
    onRinging: () => {},
    onAudio: () => {},
  });
  const types = () => events.map((event) => event.type);
  return { call, events, types, stop };
}

describe("what an SDK call says", () => {
  it("becomes events, with the call's SID as soon as there is one", () => {
    const { call, events } = watched();
    call.emit("ringing", false);
    call.emit("accept");
    expect(events[0]).toEqual({ type: "ringing", callSid: "CA1" });
    expect(events[1]).toMatchObject({ type: "opened", callSid: "CA1" });
  });

  it("is a failure when it is an error, and the call is hung up", () => {
    const { call, events } = watched();
    call.emit("error", { code: 53405 });
    expect(events).toMatchObject([{ type: "failed", problem: "media" }, { type: "ended" }]);
  });

  it("leaves nothing listening after a stop", () => {
    const { call, stop } = watched();
    expect(call.eventNames().length).toBeGreaterThan(10);
    stop();
    expect(call.eventNames()).toEqual([]);
  });
});

describe("a lost socket", () => {
  it("is left to the SDK when the call can be taken up again", () => {
    const { call, types } = watched("open", "token");
    call.emit("transportClose");
    expect(types()).toEqual([]);
  });

  it("ends a call that nobody has answered yet, which the SDK would forget in silence", () => {
    const { call, types } = watched("ringing");
    call.emit("transportClose");
    expect(types()).toEqual(["failed", "ended"]);
  });

  it("stops an incoming call from ringing on, even one that could be resumed", () => {
    const { call, events } = watched("pending", "token");
    call.emit("transportClose");
    expect(events[0]).toMatchObject({ type: "ended", reason: "ended" });
  });
});
