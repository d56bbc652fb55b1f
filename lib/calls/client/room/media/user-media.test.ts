import { beforeEach, expect, test, vi } from "vitest";
import { createUserMedia } from "@/lib/calls/client/room/media/user-media";

class FakeStream {
  tracks: { kind: string; readyState: string; stop(): void }[];
  constructor(tracks: FakeStream["tracks"]) {
    this.tracks = tracks;
  }
  getVideoTracks = () => this.tracks.filter(({ kind }) => kind === "video");
  getAudioTracks = () => this.tracks.filter(({ kind }) => kind === "audio");
}

function trackOf(kind: string) {
  const track = {
    kind,
    readyState: "live",
    stop: () => {
      track.readyState = "ended";
    },
  };
  return track;
}

/** Every question that the browser was asked, and what it answers with. */
let asked: MediaStreamConstraints[];
let answer: (constraints: MediaStreamConstraints) => void;
let permissions: Record<string, string>;

beforeEach(() => {
  asked = [];
  answer = () => {};
  permissions = { camera: "prompt", microphone: "prompt" };
  vi.stubGlobal("MediaStream", FakeStream);
  vi.stubGlobal("navigator", {
    permissions: { query: async ({ name }: { name: string }) => ({ state: permissions[name] }) },
    mediaDevices: {
      async getUserMedia(constraints: MediaStreamConstraints) {
        asked.push(constraints);
        answer(constraints);
        const kinds = (["video", "audio"] as const).filter((kind) => constraints[kind]);
        return new FakeStream(kinds.map(trackOf));
      },
    },
  });
});

const throwing = (name: string) => () => {
  throw new DOMException("", name);
};
const both = { video: { width: 1280 }, audio: { echoCancellation: true } };

test("camera and microphone are asked for in one question", async () => {
  const media = createUserMedia();
  media.prepare(both);
  const [video, audio] = await Promise.all([
    media.getUserMedia({ video: both.video }),
    media.getUserMedia({ audio: both.audio }),
  ]);
  expect(asked).toEqual([both]);
  expect(video.getVideoTracks()).toHaveLength(1);
  expect(audio.getAudioTracks()).toHaveLength(1);
});

test("a no is not followed by two more questions", async () => {
  answer = throwing("NotAllowedError");
  const media = createUserMedia();
  media.prepare(both);
  const answers = await Promise.allSettled([
    media.getUserMedia({ video: both.video }),
    media.getUserMedia({ audio: both.audio }),
  ]);
  expect(asked).toHaveLength(1);
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});

test("who has blocked the camera alone is still heard", async () => {
  permissions = { camera: "denied", microphone: "granted" };
  answer = ({ video }) => video && throwing("NotAllowedError")();
  const media = createUserMedia();
  media.prepare(both);
  const [video, audio] = await Promise.allSettled([
    media.getUserMedia({ video: both.video }),
    media.getUserMedia({ audio: both.audio }),
  ]);
  expect(video.status).toBe("rejected");
  expect(audio.status).toBe("fulfilled");
});

test("who has no camera is still heard", async () => {
  answer = ({ video }) => video && throwing("NotFoundError")();
  const media = createUserMedia();
  media.prepare(both);
  const [video, audio] = await Promise.allSettled([
    media.getUserMedia({ video: both.video }),
    media.getUserMedia({ audio: both.audio }),
  ]);
  expect(video.status).toBe("rejected");
  expect(audio.status).toBe("fulfilled");
});

test("a chosen device that is gone is replaced by another one", async () => {
  answer = ({ audio }) =>
    typeof audio === "object" && audio.deviceId && throwing("OverconstrainedError")();
  const media = createUserMedia();
  const stream = await media.getUserMedia({
    audio: { deviceId: { exact: "gone" }, noiseSuppression: true },
  });
  expect(stream.getAudioTracks()).toHaveLength(1);
  expect(asked.at(-1)?.audio).toEqual({ noiseSuppression: true });
});

test("a microphone that is gone leaves the camera that was chosen", async () => {
  answer = ({ audio }) =>
    typeof audio === "object" && audio.deviceId && throwing("OverconstrainedError")();
  const media = createUserMedia();
  const chosen = {
    video: { deviceId: { exact: "front" } },
    audio: { deviceId: { exact: "gone" } },
  };
  media.prepare(chosen);
  await media.getUserMedia({ video: chosen.video });
  await media.getUserMedia({ audio: chosen.audio });
  expect(asked.slice(1)).toEqual([
    { video: chosen.video },
    { audio: chosen.audio },
    { audio: {}, video: false },
  ]);
});

test("what nobody takes is let go", async () => {
  const media = createUserMedia();
  media.prepare(both);
  await media.getUserMedia({ audio: both.audio });
  media.discard();
  await media.getUserMedia({ video: both.video });
  expect(asked).toEqual([both, { video: both.video }]);
});
