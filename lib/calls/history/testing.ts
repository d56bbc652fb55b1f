import type { RememberedCall } from "@/lib/calls/history/types";

type Leg = RememberedCall["participants"][number];

/** A leg of Ben's, who was called and talked for four minutes, changed as given. */
export const leg = (more: Partial<Leg> = {}): Leg => ({
  profileId: "ben",
  name: "Ben",
  role: "callee",
  channel: "app",
  status: "completed",
  joinedAt: "2026-11-20T20:00:10Z",
  leftAt: "2026-11-20T20:04:10Z",
  ...more,
});

/** The leg of Ada, whose history it is. */
export const ada: Leg = leg({
  ...{ profileId: "ada", name: "Ada", role: "caller", joinedAt: null },
});

/** A phone call of Ada's to Ben that lasted four minutes, changed as given. */
export const remembered = (more: Partial<RememberedCall> = {}): RememberedCall => ({
  sid: `CA${"0".repeat(32)}`,
  kind: "phone",
  matchId: "match",
  isGroup: false,
  title: null,
  callerId: "ada",
  isOutgoing: true,
  outcome: "answered",
  status: "completed",
  startedAt: "2026-11-20T20:00:00Z",
  answeredAt: "2026-11-20T20:00:10Z",
  endedAt: "2026-11-20T20:04:10Z",
  durationSeconds: 240,
  endReason: "hangup",
  recording: "none",
  quality: null,
  dialled: null,
  participants: [ada, leg()],
  ...more,
});
