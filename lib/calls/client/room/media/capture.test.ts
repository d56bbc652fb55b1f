import { beforeEach, describe, expect, test } from "vitest";
import { type Capture, createCapture } from "@/lib/calls/client/room/media/capture";

/** A track of the SDK, as far as it is used, on a device that a test can pull. */
class FakeTrack {
  mediaStreamTrack: { readyState: MediaStreamTrackState } = { readyState: "live" };
  wish: MediaTrackConstraints;
  stopped = () => {};

  constructor(wish: MediaTrackConstraints) {
    this.wish = wish;
  }
  on(_event: "stopped", listener: () => void) {
    this.stopped = listener;
  }
  stop() {
    this.mediaStreamTrack.readyState = "ended";
    this.stopped();
  }
  async restart(wish: MediaTrackConstraints = {}) {
    this.stop();
    await opening(wish);
    this.mediaStreamTrack = { readyState: "live" };
    this.wish = wish;
  }
}

/** How the next openings go; they succeed at once unless a test says otherwise. */
let openings: (() => Promise<void>)[];
let opened: FakeTrack[];
let heard: string[];
let problem: string | null;
let deviceId: string;
const opening = async (_wish: MediaTrackConstraints) => openings.shift()?.();
const refuse = (name: string) => () => Promise.reject(new DOMException("", name));

function capture(kind: "camera" | "microphone"): Capture<FakeTrack> {
  return createCapture<FakeTrack>({
    kind,
    reopens: kind === "microphone",
    constraints: () => ({ deviceId }),
    async create(wish) {
      await opening(wish);
      const track = new FakeTrack(wish);
      opened.push(track);
      return track;
    },
    refine: async () => {},
    onTrack: (change) => heard.push(change),
    onProblem: (now) => {
      problem = now;
    },
    onChange: () => {},
    untilLost: async () => {},
  });
}

const live = () => opened.filter((track) => track.mediaStreamTrack.readyState === "live");

beforeEach(() => {
  [openings, opened, heard, problem, deviceId] = [[], [], [], null, "one"];
});

test("however fast it is toggled, the last word counts and one device is open at most", async () => {
  const camera = capture("camera");
  await Promise.all([true, false, true, false, true].map((on) => camera.set(on)));
  expect(camera.track()).toBe(live()[0]);
  expect(live()).toHaveLength(1);

  await Promise.all([false, true, false].map((on) => camera.set(on)));
  expect(camera.track()).toBeNull();
  expect(live()).toHaveLength(0);
});

test("a camera that is turned off before it has opened is never shown to anybody", async () => {
  const slow = Promise.withResolvers<void>();
  openings = [() => slow.promise];
  const camera = capture("camera");
  const on = camera.set(true);
  expect(camera.isStarting()).toBe(true);
  const off = camera.set(false);
  slow.resolve();
  await Promise.all([on, off]);

  expect(opened).toHaveLength(1);
  expect(live()).toHaveLength(0);
  expect(heard).toEqual([]);
});

test("a device that is chosen while another opens is the one that stays", async () => {
  const slow = Promise.withResolvers<void>();
  openings = [() => slow.promise];
  const camera = capture("camera");
  const on = camera.set(true);
  deviceId = "two";
  const chosen = camera.reopen();
  slow.resolve();
  await Promise.all([on, chosen]);

  expect(camera.track()?.wish).toEqual({ deviceId: "two" });
  expect(heard).toEqual(["added"]);
});

describe("letting go", () => {
  test("stops at once what is open", async () => {
    const camera = capture("camera");
    await camera.set(true);
    camera.release();
    expect(camera.track()).toBeNull();
    expect(live()).toHaveLength(0);
    expect(heard).toEqual(["added", "removed"]);
  });

  test("stops what is still opening when it comes", async () => {
    const slow = Promise.withResolvers<void>();
    openings = [() => slow.promise];
    const camera = capture("camera");
    const on = camera.set(true);
    camera.release();
    slow.resolve();
    await on;
    expect(live()).toHaveLength(0);
  });

  test("stops the other device that is just being opened", async () => {
    const camera = capture("camera");
    await camera.set(true);
    const slow = Promise.withResolvers<void>();
    openings = [() => slow.promise];
    const chosen = camera.reopen();
    camera.release();
    slow.resolve();
    await chosen;
    expect(live()).toHaveLength(0);
    expect(camera.track()).toBeNull();
  });
});

describe("a device that cannot be opened", () => {
  test("is named, and forgotten once it can", async () => {
    openings = [refuse("NotReadableError")];
    const camera = capture("camera");
    await camera.set(true);
    expect(problem).toBe("camera-taken");
    expect(camera.track()).toBeNull();

    await camera.set(true);
    expect(problem).toBeNull();
    expect(camera.track()).not.toBeNull();
  });

  test("takes the one before it down with it", async () => {
    const camera = capture("camera");
    await camera.set(true);
    openings = [refuse("NotReadableError")];
    await camera.reopen();
    expect(problem).toBe("camera-taken");
    expect(heard).toEqual(["added", "removed"]);
    expect(live()).toHaveLength(0);
  });
});

describe("a device that is pulled", () => {
  test("turns the camera off and says so", async () => {
    const camera = capture("camera");
    await camera.set(true);
    live()[0]?.stop();
    await expect.poll(() => problem).toBe("camera-lost");
    expect(camera.track()).toBeNull();
  });

  test("has the microphone go on with another one", async () => {
    const microphone = capture("microphone");
    await microphone.set(true);
    deviceId = "two";
    live()[0]?.stop();
    await expect.poll(() => live()[0]?.wish).toEqual({ deviceId: "two" });
    expect(problem).toBeNull();
    expect(heard).toEqual(["added"]);
  });

  test("is told of when it was the last microphone", async () => {
    const microphone = capture("microphone");
    await microphone.set(true);
    openings = [refuse("NotFoundError")];
    live()[0]?.stop();
    await expect.poll(() => problem).toBe("microphone-lost");
    expect(heard).toEqual(["added", "removed"]);
  });
});
