import { expect, test } from "vitest";
import { rate } from "./network-quality.ts";

const report = (rtt: number, heard: number, seen: number) => ({
  type: "network_quality" as const,
  ice: { rtt },
  audio: { recv: { fractionLost: heard } },
  video: { recv: { fractionLost: seen } },
  reportLevel: 1,
  remoteReportLevel: 1,
});

test.each([
  { what: "a quiet line", given: report(0.02, 0, 0), level: 5 },
  { what: "a far one", given: report(0.4, 0, 0), level: 3 },
  { what: "lost sound", given: report(0.02, 0.15, 0), level: 2 },
  { what: "lost pictures", given: report(0.02, 0, 0.5), level: 1 },
])("$what is level $level", ({ given, level }) => {
  expect(rate(given).level).toBe(level);
});

test("sound and picture are rated apart", () => {
  expect(rate(report(0.02, 0, 0.5))).toEqual({
    level: 1,
    audio: { send: 5, recv: 5 },
    video: { send: 5, recv: 1 },
  });
});
