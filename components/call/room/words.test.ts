import { describe, expect, test } from "vitest";
import { roomEndSentence, roomStatus } from "@/components/call/room/words";
import { roomCall } from "@/lib/calls/client/room/testing";

const call = roomCall({
  phase: "waiting",
  openedAt: null,
  waitingFor: [{ id: "Ben", name: "Ben" }],
});

describe("the status of a call", () => {
  test("goes from connecting over ringing to connected", () => {
    expect(roomStatus({ ...call, phase: "joining" })).toBe("Connecting");
    expect(roomStatus(call)).toBe("Ringing");
    expect(roomStatus({ ...call, waitingFor: [] })).toBe("Connecting");
    expect(roomStatus({ ...call, phase: "connected" })).toBe("Connected");
    expect(roomStatus({ ...call, phase: "reconnecting" })).toBe("Reconnecting");
    expect(roomStatus({ ...call, phase: "ended" })).toBe("Call ended");
  });

  test("stays connected for whoever is left alone in a group", () => {
    expect(roomStatus({ ...call, waitingFor: [], openedAt: 1 })).toBe("Connected");
  });

  test("is connecting for whoever comes back after a reload", () => {
    expect(roomStatus({ ...call, phase: "joining", openedAt: 1 })).toBe("Connecting");
  });
});

describe("why a call ended", () => {
  const ended = { ...call, phase: "ended" as const };

  test("names the person of a pair", () => {
    expect(roomEndSentence({ ...ended, reason: "declined" })).toBe("Ben declined.");
    expect(roomEndSentence({ ...ended, reason: "busy" })).toBe("Ben is in another call.");
    expect(roomEndSentence({ ...ended, reason: "no-answer" })).toBe("No answer from Ben.");
  });

  test("names nobody of a group", () => {
    const match = { ...call.match, isGroup: true };
    expect(roomEndSentence({ ...ended, match, reason: "no-answer" })).toBe("Nobody answered.");
  });

  test("says nothing more once people have talked, nor of a block", () => {
    expect(roomEndSentence({ ...ended, reason: "hangup", openedAt: 1 })).toBe("");
    expect(roomEndSentence({ ...ended, reason: "blocked", openedAt: 1 })).toBe("");
    expect(roomEndSentence({ ...ended, reason: "blocked" })).toBe("");
  });

  test("explains a problem", () => {
    expect(roomEndSentence({ ...ended, problem: "full" })).toMatch(/full/);
    expect(roomEndSentence({ ...ended, reason: "failed", openedAt: 1 })).toBe("The call was lost.");
  });
});
