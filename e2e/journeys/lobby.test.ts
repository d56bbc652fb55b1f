import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { expectToSee, roomOn } from "../video.ts";

declare global {
  interface Window {
    /** What the browser says when devices are asked for; null lets it open them. */
    __refusal: { name: string; kinds: ("audio" | "video")[] } | null;
    __questions: number;
  }
}

/** Has devices be refused until the page's `__refusal` is null. */
async function refuse(page: Page, name: string, kinds: ("audio" | "video")[]): Promise<void> {
  await page.addInitScript(
    (refusal) => {
      const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      window.__refusal = refusal;
      navigator.mediaDevices.getUserMedia = (constraints = {}) => {
        const { name, kinds } = window.__refusal ?? { name: "", kinds: [] };
        const isRefused = kinds.some((kind) => constraints[kind]);
        return isRefused ? Promise.reject(new DOMException("", name)) : ask(constraints);
      };
    },
    { name, kinds },
  );
  await page.reload();
}

const lobbyOn = (page: Page) => {
  const { lobby } = roomOn(page);
  const button = (name: string) => lobby.getByRole("button", { name, exact: true });
  return {
    lobby,
    picture: lobby.getByRole("group", { name: "Your picture" }),
    cameraOff: button("Turn camera off"),
    tryAgain: button("Try again"),
    allow: button("Allow camera and microphone"),
    blur: lobby.getByRole("switch", { name: "Blur background" }),
  };
};

/** The strongest edge in a picture, 0 to 255. */
const sharpness = (picture: Locator) =>
  picture.locator("video").evaluate((element) => {
    if (!(element instanceof HTMLVideoElement)) return 0;
    const canvas = new OffscreenCanvas(320, 180);
    const context = canvas.getContext("2d");
    context?.drawImage(element, 0, 0, canvas.width, canvas.height);
    const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let edge = 0;
    // Green alone: Chromium's fake camera shows nothing else.
    for (let at = 5; at < data.length; at += 4) {
      edge = Math.max(edge, Math.abs((data[at] ?? 0) - (data[at - 4] ?? 0)));
    }
    return edge;
  });

test("who joins with the camera off is heard and not seen", async ({ pair: { ada, ben } }) => {
  const { picture, cameraOff } = lobbyOn(ada.page);
  await roomOn(ada.page).start.click();
  await expectToSee(picture);
  await cameraOff.click();
  await expect(picture.locator("video")).toHaveCount(0);
  await roomOn(ada.page).enter.click();
  await roomOn(ben.page).accept.click();

  const tile = roomOn(ben.page).tile("Ada");
  await expect(tile).toBeVisible();
  await expect(tile.getByText("Muted")).toHaveCount(0);
  await expect(tile.locator("video")).toHaveCount(0);
});

test("the browser's question is announced before it comes", { tag: "@long" }, async ({
  pair: { ada, ben },
}) => {
  await ada.page.addInitScript(() => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    window.__questions = 0;
    navigator.mediaDevices.getUserMedia = (constraints) => {
      window.__questions += 1;
      return ask(constraints);
    };
    const query = navigator.permissions.query.bind(navigator.permissions);
    navigator.permissions.query = async (descriptor) => {
      const status = await query(descriptor);
      Object.defineProperty(status, "state", { value: "prompt" });
      return status;
    };
  });
  await ada.page.reload();
  const { allow, picture } = lobbyOn(ada.page);
  const questions = () => ada.page.evaluate(() => window.__questions);
  await roomOn(ada.page).start.click();
  await expect(allow).toBeVisible();
  expect(await questions()).toBe(0);

  await allow.click();
  await expectToSee(picture);
  expect(await questions()).toBe(1);
  await expect(roomOn(ben.page).incoming).toBeHidden();
});

test("who has denied camera and microphone reads what to do, and goes on once it is done", async ({
  pair: { ada },
}) => {
  await refuse(ada.page, "NotAllowedError", ["audio", "video"]);
  const { lobby, tryAgain, picture } = lobbyOn(ada.page);
  await roomOn(ada.page).start.click();
  await expect(lobby.getByText("Duet may not use your camera and microphone")).toBeVisible();
  await expect(lobby.getByRole("listitem").first()).toContainText("left of the address");

  await ada.page.evaluate(() => {
    window.__refusal = null;
  });
  await tryAgain.click();

  await expectToSee(picture);
  await expect(lobby.getByText("Duet may not use")).toBeHidden();
});

test("a camera that another app uses does not keep a person from the call", {
  tag: "@long",
}, async ({ pair: { ada, ben } }) => {
  await refuse(ada.page, "NotReadableError", ["video"]);
  await roomOn(ada.page).start.click();
  await expect(roomOn(ada.page).lobby.getByText("Another app is using your camera")).toBeVisible();
  await roomOn(ada.page).enter.click();
  await roomOn(ben.page).accept.click();

  await expect(roomOn(ben.page).tile("Ada").getByText("Muted")).toHaveCount(0);
  await expect(roomOn(ben.page).tile("Ada")).toBeVisible();
});

test("the background is blurred by files of the app's own", { tag: "@long" }, async ({
  pair: { ada },
}) => {
  const { picture, blur } = lobbyOn(ada.page);
  await roomOn(ada.page).start.click();
  await expectToSee(picture);
  const before = await sharpness(picture);
  const model = ada.page.waitForResponse(/\/video-processors\/.+\.tflite$/);
  await blur.click();

  expect(new URL((await model).url()).origin).toBe(new URL(ada.page.url()).origin);
  await expect.poll(() => sharpness(picture), { timeout: 30_000 }).toBeLessThan(before * 0.85);
  await expectToSee(picture);
});
