import { expect, test } from "vitest";
import { isDenial, mediaProblem } from "@/lib/calls/client/room/media/media-problems";
import { roomProblems } from "@/lib/calls/client/room/problems";

test.each([
  ["NotAllowedError", "Permission denied", "camera-denied"],
  ["NotAllowedError", "Permission denied by system", "camera-denied-by-system"],
  [
    "NotAllowedError",
    "The request is not allowed by the user agent or the platform in the current context.",
    "camera-denied",
  ],
  ["NotFoundError", "Requested device not found", "camera-missing"],
  ["OverconstrainedError", "", "camera-missing"],
  ["NotReadableError", "Could not start video source", "camera-taken"],
  ["AbortError", "Starting videoinput failed", "camera-taken"],
  ["NotSupportedError", "", "unsupported"],
  ["InvalidStateError", "", "unknown"],
] as const)("%s (%s) is %s", (name, message, problem) => {
  expect(mediaProblem("camera", new DOMException(message, name))).toBe(problem);
  expect(roomProblems[problem].sentence).toMatch(/^[A-Z].+\.$/);
});

test("what is no error at all is unknown", () => {
  expect(mediaProblem("microphone", undefined)).toBe("unknown");
});

test("only what a permission mends is a denial", () => {
  expect(isDenial("microphone-denied")).toBe(true);
  expect(isDenial("microphone-denied-by-system")).toBe(true);
  expect(isDenial("microphone-taken")).toBe(false);
  expect(isDenial(null)).toBe(false);
});
