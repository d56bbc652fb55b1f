import { expect, type Locator, type Page } from "@playwright/test";

/** What a person finds on the page before and during a video call. */
export function roomOn(page: Page) {
  const region = page.getByRole("region", { name: "Call", exact: true });
  const lobby = page.getByRole("region", { name: "Before you join" });
  const button = (name: string) => region.getByRole("button", { name, exact: true });
  return {
    region,
    status: region.getByRole("status").first(),
    timer: region.getByRole("timer"),
    start: page.getByRole("button", { name: "Video call" }),
    startVoice: page.getByRole("button", { name: "Voice call" }),
    joinLive: page.getByRole("button", { name: "Join call" }),
    lobby,
    enter: lobby.getByRole("button", { name: /^(Start call|Join now)$/ }),
    incoming: page.getByRole("dialog", { name: "Incoming video call" }),
    accept: page.getByRole("button", { name: "Accept" }),
    decline: page.getByRole("button", { name: "Decline" }),
    end: button("End call"),
    mute: button("Mute"),
    unmute: button("Unmute"),
    cameraOn: button("Turn camera on"),
    cameraOff: button("Turn camera off"),
    share: button("Share screen"),
    stopSharing: button("Stop sharing"),
    minimise: button("Minimise"),
    /** A participant, by name; `You` is oneself. */
    tile: (name: string) => region.getByRole("group", { name, exact: true }),
  };
}

/** Frames that have been drawn in a tile so far, of a picture that is wider than nothing. */
async function framesIn(tile: Locator): Promise<number> {
  const video = tile.locator("video");
  if ((await video.count()) === 0) return 0;
  return video.first().evaluate((element) => {
    const playing = element instanceof HTMLVideoElement && element.videoWidth > 0;
    return playing ? element.getVideoPlaybackQuality().totalVideoFrames : 0;
  });
}

/** Waits until the picture in a tile moves: from now on, not at some time before. */
export async function expectToSee(tile: Locator): Promise<void> {
  let before: number | undefined;
  await expect
    .poll(
      async () => {
        const now = await framesIn(tile);
        before ??= now;
        return now - before;
      },
      { message: "frames that are drawn", intervals: [100] },
    )
    .toBeGreaterThan(3);
}

/** Waits until a tile has drawn something. */
export async function expectPicture(tile: Locator): Promise<void> {
  const drawn = () => framesIn(tile);
  await expect.poll(drawn, { message: "a picture", intervals: [50] }).toBeGreaterThan(0);
}

/** Opens the lobby and goes on into the room, ringing the others. */
export async function startVideo(page: Page): Promise<void> {
  await roomOn(page).start.click();
  await roomOn(page).enter.click();
}

/** Takes a video call that rings, with the own camera on. */
async function acceptWithCamera(page: Page): Promise<void> {
  await roomOn(page).accept.click();
  await roomOn(page).cameraOn.click();
}

/** One person calls, the other accepts, and both see each other. */
export async function connectVideo(
  caller: { page: Page; name: string },
  callee: { page: Page; name: string },
): Promise<void> {
  await startVideo(caller.page);
  await acceptWithCamera(callee.page);
  await expectToSee(roomOn(caller.page).tile(callee.name));
  await expectToSee(roomOn(callee.page).tile(caller.name));
}
