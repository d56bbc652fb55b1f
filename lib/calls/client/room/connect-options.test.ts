import { describe, expect, it } from "vitest";
import { captureHeight, connectOptions } from "@/lib/calls/client/room/connect-options";

const setup = (isGroup: boolean) => connectOptions({ sid: "RM1", match: { isGroup }, tracks: [] });

describe("two people", () => {
  it("send one picture, of 720 lines at most, and pay for no layers", () => {
    expect(setup(false)).toMatchObject({ name: "RM1", preferredVideoCodecs: ["VP8"] });
    expect(setup(false).bandwidthProfile).toBeUndefined();
    expect(captureHeight({ isGroup: false }, false)).toBe(720);
    expect(captureHeight({ isGroup: false }, true)).toBeLessThan(720);
  });
});

describe("three and more", () => {
  it("send layers, and receive what they look at in the size in which they see it", () => {
    expect(setup(true)).toMatchObject({
      preferredVideoCodecs: [{ codec: "VP8", simulcast: true }],
      dominantSpeaker: true,
      bandwidthProfile: {
        video: {
          mode: "grid",
          clientTrackSwitchOffControl: "auto",
          contentPreferencesMode: "auto",
        },
      },
    });
    expect(captureHeight({ isGroup: true }, true)).toBeLessThan(
      captureHeight({ isGroup: true }, false),
    );
  });
});
