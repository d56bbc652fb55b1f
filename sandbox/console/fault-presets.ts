import type { FaultInput } from "../twilio/fault-input.ts";

interface Preset {
  label: string;
  fault: FaultInput;
}

/** What can be switched on by hand, by what it strikes. */
export const faultPresets: readonly { title: string; presets: readonly Preset[] }[] = [
  {
    title: "Webhooks",
    presets: [
      { label: "Drop", fault: { target: "webhook", kind: "drop" } },
      { label: "Delay 3 s", fault: { target: "webhook", kind: "delay", delayMs: 3_000 } },
      { label: "Duplicate", fault: { target: "webhook", kind: "duplicate" } },
      { label: "Reorder", fault: { target: "webhook", kind: "reorder" } },
      { label: "Damage body", fault: { target: "webhook", kind: "corrupt", part: "body" } },
      {
        label: "Damage signature",
        fault: { target: "webhook", kind: "corrupt", part: "signature" },
      },
      { label: "App answers 500", fault: { target: "webhook", kind: "status", status: 500 } },
    ],
  },
  {
    title: "REST API",
    presets: [
      {
        label: "Answer 429",
        fault: { target: "rest", kind: "status", status: 429, retryAfterSeconds: 1 },
      },
      { label: "Answer 500", fault: { target: "rest", kind: "status", status: 500 } },
      { label: "Never answer", fault: { target: "rest", kind: "timeout" } },
      { label: "Delay 3 s", fault: { target: "rest", kind: "delay", delayMs: 3_000 } },
      { label: "Break connection", fault: { target: "rest", kind: "drop" } },
    ],
  },
  { title: "Voice", presets: edgePresets("voice") },
  { title: "Video", presets: edgePresets("video") },
  {
    title: "Database",
    presets: [
      { label: "Break connection", fault: { target: "database", kind: "drop" } },
      { label: "Answer 503", fault: { target: "database", kind: "status", status: 503 } },
      { label: "Never answer", fault: { target: "database", kind: "timeout" } },
    ],
  },
  {
    title: "Sessions",
    presets: [
      { label: "Expire now", fault: { target: "token", kind: "outdate", match: "session" } },
      { label: "Refuse all", fault: { target: "token", kind: "expire", match: "session" } },
    ],
  },
];

function edgePresets(match: string): Preset[] {
  return [
    { label: "Cut once", fault: { target: "edge", kind: "cut", match, times: 1 } },
    { label: "Cut and keep out", fault: { target: "edge", kind: "cut", match } },
    { label: "Refuse new", fault: { target: "edge", kind: "refuse", match } },
    {
      label: "Slow and lossy",
      fault: { target: "edge", kind: "slow", match, delayMs: 300, lossPercent: 10 },
    },
    { label: "Expire tokens now", fault: { target: "token", kind: "outdate", match } },
    { label: "Refuse all tokens", fault: { target: "token", kind: "expire", match } },
  ];
}
