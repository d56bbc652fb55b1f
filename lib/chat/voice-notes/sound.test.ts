import { BufferSource, Input, MP4, WEBM } from "mediabunny";
import { expect, test } from "vitest";
import { readSound } from "@/lib/chat/voice-notes/sound";
import { recordedSilence } from "@/lib/chat/voice-notes/testing";

const lengthInFront = (bytes: Uint8Array) =>
  new Input({ formats: [WEBM, MP4], source: new BufferSource(bytes) }).getDurationFromMetadata();

test.each(["webm", "mp4", "ogg"] as const)(
  "what is recorded as %s tells its length and can be sought",
  async (format) => {
    const sound = await readSound(await recordedSilence(3, format));
    expect(sound.type).toBe("audio/webm");
    expect(sound.seconds).toBeCloseTo(3, 1);
    expect(await lengthInFront(sound.bytes)).toBeCloseTo(3, 1);
  },
);

test.each([
  ["nothing", new Uint8Array()],
  ["a page", new TextEncoder().encode("<script>alert('webm')</script>")],
  ["the beginning of a recording", (await recordedSilence(1)).slice(0, 40)],
])("%s is no sound", async (_what, bytes) => {
  await expect(readSound(bytes)).rejects.toMatchObject({ code: "unsupported_media_type" });
});

test("more frames than two minutes have are no sound", async () => {
  const crowded = await recordedSilence(50, "webm", 0.001);
  await expect(readSound(crowded)).rejects.toMatchObject({ code: "unsupported_media_type" });
});

test("a recording may last two minutes", async () => {
  expect((await readSound(await recordedSilence(121))).seconds).toBeCloseTo(121, 1);
  await expect(readSound(await recordedSilence(130))).rejects.toMatchObject({
    code: "invalid_request",
  });
});
