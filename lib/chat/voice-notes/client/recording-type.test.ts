import { expect, test } from "vitest";
import { recordingType } from "@/lib/chat/voice-notes/client/recording-type";

test.each<[string, string[], string | null]>([
  ["Chrome", ["audio/webm;codecs=opus", "audio/mp4"], "audio/webm;codecs=opus"],
  ["Safari before 18", ["audio/mp4;codecs=mp4a.40.2", "audio/mp4"], "audio/mp4;codecs=mp4a.40.2"],
  ["a browser that cannot record", [], null],
])("%s", (_browser, supported, type) => {
  expect(recordingType((asked) => supported.includes(asked))).toBe(type);
});
