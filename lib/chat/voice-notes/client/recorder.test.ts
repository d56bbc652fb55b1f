import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createCell } from "@/lib/cell";
import type { OpenMicrophone } from "@/lib/chat/voice-notes/client/microphone";
import { createRecorder } from "@/lib/chat/voice-notes/client/recorder";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** As much of a microphone and a MediaRecorder as the recorder uses. */
class FakeTrack extends EventTarget {
  readyState = "live";
  stop() {
    this.readyState = "ended";
  }
}
class FakeRecorder extends EventTarget {
  state = "inactive";
  start() {
    this.state = "recording";
  }
  stop() {
    this.state = "inactive";
    this.dispatchEvent(Object.assign(new Event("dataavailable"), { data: new Blob(["sound"]) }));
  }
}

function setUp() {
  const track = new FakeTrack();
  const media = new FakeRecorder();
  const opened = Promise.withResolvers<OpenMicrophone | "microphone-denied">();
  const loudness = createCell(0.5);
  const recorder = createRecorder(() => opened.promise);
  const phase = () => recorder.getSnapshot().phase;
  const open = () =>
    opened.resolve({ track, recorder: media, level: loudness } as unknown as OpenMicrophone);
  return { recorder, track, media, opened, open, phase };
}

test("what is recorded can be listened to, then taken once", async () => {
  const { recorder, track, open, phase } = setUp();
  open();
  await recorder.start();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(recorder.getSnapshot()).toMatchObject({ phase: "recording", seconds: 3 });

  await recorder.stop();
  expect(recorder.getSnapshot()).toMatchObject({ phase: "ready", note: { seconds: 3 } });
  expect(track.readyState).toBe("ended");
  const note = await recorder.take();
  expect(await note?.sound.text()).toBe("sound");
  expect(note?.waveform).toEqual(Array.from({ length: 64 }, () => 50));
  expect([phase(), await recorder.take()]).toEqual(["idle", null]);
});

test("two minutes are the end of it", async () => {
  const { recorder, open, phase } = setUp();
  open();
  await recorder.start();
  await vi.advanceTimersByTimeAsync(119_900);
  expect(phase()).toBe("recording");
  await vi.advanceTimersByTimeAsync(200);
  expect(recorder.getSnapshot()).toMatchObject({ phase: "ready", note: { seconds: 120 } });
});

test("a slip of the finger is no note", async () => {
  const { recorder, open, phase } = setUp();
  open();
  await recorder.start();
  await vi.advanceTimersByTimeAsync(300);
  expect([await recorder.take(), phase()]).toEqual([null, "idle"]);
});

test("what was said before the microphone went is kept", async () => {
  const { recorder, track, media, open, phase } = setUp();
  open();
  await recorder.start();
  await vi.advanceTimersByTimeAsync(2_000);
  media.stop();
  track.dispatchEvent(new Event("ended"));
  await vi.waitFor(() => expect(phase()).toBe("ready"));
});

test("a microphone that is opened too late is let go of", async () => {
  const { recorder, track, open, phase } = setUp();
  const starting = recorder.start();
  expect(phase()).toBe("opening");
  recorder.cancel();
  open();
  await starting;
  expect([phase(), track.readyState]).toEqual(["idle", "ended"]);
});

test("a microphone that is refused is a problem to be shown", async () => {
  const { recorder, opened } = setUp();
  opened.resolve("microphone-denied");
  await recorder.start();
  expect(recorder.getSnapshot()).toEqual({ phase: "failed", problem: "microphone-denied" });
});
