import { beforeEach, describe, expect, test, vi } from "vitest";
import { listDevices } from "@/lib/calls/client/room/media/devices";
import { devicesInUse } from "@/lib/calls/client/room/media/in-use";
import {
  rememberBlur,
  rememberDevice,
  rememberedBlur,
  rememberedDevice,
} from "@/lib/calls/client/room/media/remembered";

const device = (
  kind: MediaDeviceKind,
  deviceId: string,
  label: string,
  groupId = deviceId,
): MediaDeviceInfo => ({ kind, deviceId, label, groupId, toJSON: () => undefined });
const plugged = [
  device("videoinput", "front", "Front camera"),
  device("videoinput", "back", "Back camera"),
  device("audioinput", "default", "Default - Headset", "headset"),
  device("audioinput", "built-in", "Built-in microphone"),
  device("audioinput", "headset", "Headset"),
  device("audiooutput", "default", "Default - Headset", "headset"),
  device("audiooutput", "headset", "Headset"),
];
const list = (devices = plugged) => listDevices({ enumerateDevices: async () => devices });
const nothingOpen = { camera: null, microphone: null };

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  vi.stubGlobal("HTMLMediaElement", class {});
  Object.assign(HTMLMediaElement.prototype, { setSinkId: () => {} });
});

describe("the devices to choose from", () => {
  test("are the real ones, and the system's loudspeaker first", async () => {
    const { devices } = await list();
    expect(devices.microphone.map(({ label }) => label)).toEqual([
      "Built-in microphone",
      "Headset",
    ]);
    expect(devices.speaker.map(({ label }) => label)).toEqual(["System default", "Headset"]);
  });

  test("are none before they have names", async () => {
    const { devices } = await list(plugged.map((each) => ({ ...each, label: "" })));
    expect(devices).toEqual({ camera: [], microphone: [], speaker: [] });
  });

  test("have no loudspeaker where the browser cannot choose one", async () => {
    vi.stubGlobal("HTMLMediaElement", class {});
    expect((await list()).devices.speaker).toEqual([]);
  });
});

describe("the device in use", () => {
  test("is the system's choice when nothing was chosen", async () => {
    expect(devicesInUse(await list(), nothingOpen)).toEqual({
      camera: "front",
      microphone: "headset",
      speaker: "",
    });
  });

  test("is the one chosen in an earlier call, also in a voice call", async () => {
    rememberDevice("camera", "back");
    rememberDevice("speaker", "headset");
    localStorage.setItem("duet-microphone", "built-in");
    expect(devicesInUse(await list(), nothingOpen)).toEqual({
      camera: "back",
      microphone: "built-in",
      speaker: "headset",
    });
  });

  test("is another one when the chosen one is gone", async () => {
    rememberDevice("camera", "gone");
    rememberDevice("speaker", "gone");
    expect(devicesInUse(await list(), nothingOpen)).toMatchObject({ camera: "front", speaker: "" });
  });
});

test("a browser that keeps nothing calls all the same", () => {
  const blocked = () => {
    throw new DOMException("", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: blocked, setItem: blocked });
  rememberDevice("camera", "back");
  rememberBlur(true);
  expect(rememberedDevice("camera")).toBeNull();
  expect(rememberedBlur()).toBe(false);
});

test("what cannot be a device id is not used", () => {
  localStorage.setItem("duet-camera", "x".repeat(10_000));
  expect(rememberedDevice("camera")).toBeNull();
});
