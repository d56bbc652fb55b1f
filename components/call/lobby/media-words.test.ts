import { describe, expect, test } from "vitest";
import { mediaHelp, toAsk } from "@/components/call/lobby/media-words";
import type { LocalMediaView } from "@/lib/calls/client/room/media/local-media-view";

const view: LocalMediaView = {
  devices: { camera: [], microphone: [], speaker: [] },
  chosen: { camera: null, microphone: null, speaker: "" },
  problems: { camera: null, microphone: null },
  permissions: { camera: "prompt", microphone: "prompt" },
  isCameraOn: false,
  isCameraStarting: false,
  isMicrophoneOpen: false,
  isMicrophoneStarting: false,
  isMuted: true,
  picture: null,
  isBackCamera: false,
  canFlip: false,
  isBlurred: false,
  isBlurStarting: false,
  hasBlurFailed: false,
  canBlur: true,
  canChooseSpeaker: false,
};

describe("what the browser is going to ask", () => {
  test.each<[string, Partial<LocalMediaView>, ReturnType<typeof toAsk>]>([
    ["both at first", {}, "both"],
    ["nothing that is not known yet", { permissions: { camera: null, microphone: null } }, null],
    [
      "both where it cannot tell",
      { permissions: { camera: "unknown", microphone: "unknown" } },
      "both",
    ],
    [
      "the camera after voice calls",
      { permissions: { camera: "prompt", microphone: "granted" } },
      "camera",
    ],
    [
      "nothing once all is allowed",
      { permissions: { camera: "granted", microphone: "granted" } },
      null,
    ],
    [
      "nothing after a no",
      { problems: { camera: "camera-denied", microphone: "microphone-denied" } },
      null,
    ],
    ["nothing about what is open", { isCameraOn: true, isMicrophoneOpen: true }, null],
  ])("%s", (_name, part, asks) => {
    expect(toAsk({ ...view, ...part }, false)).toBe(asks);
  });

  test("not about the camera when the person goes without", () => {
    expect(toAsk(view, true)).toBe("microphone");
  });
});

describe("help", () => {
  test("is not given when all is well", () => {
    expect(mediaHelp({ camera: null, microphone: null })).toEqual([]);
  });

  test("is given once for one denial of both", () => {
    const help = mediaHelp({ camera: "camera-denied", microphone: "microphone-denied" });
    expect(help).toMatchObject([
      { title: "Duet may not use your camera and microphone", denied: "Camera and Microphone" },
    ]);
  });

  test("is given for each of two different problems", () => {
    const help = mediaHelp({ camera: "camera-taken", microphone: "microphone-missing" });
    expect(help.map(({ title }) => title)).toEqual([
      "Another app is using your camera",
      "No microphone was found",
    ]);
  });
});
