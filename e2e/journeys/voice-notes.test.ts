import type { Page } from "@playwright/test";
import { expectNoBarriers } from "../barriers.ts";
import { clockFrom } from "../calls.ts";
import { expect, offline, test } from "../fixtures.ts";
import { befriend, createPerson, database, must } from "../people.ts";

const recordButton = (page: Page) => page.getByRole("button", { name: "Record voice note" });
const notesIn = (page: Page) => page.getByRole("log").getByRole("group", { name: /^Voice note, / });

/** Lets go of nothing until at least this many seconds have been recorded. */
const recorded = (page: Page, seconds: number) =>
  expect(page.getByRole("timer")).toHaveText(clockFrom(seconds));

const sentTo = async (matchId: string) =>
  must(await database.from("messages").select("id, media_seconds").eq("match_id", matchId));

/** The loudest moment of a voice note as this person gets it, 0 to 1. */
const loudness = (page: Page, id: string) =>
  page.evaluate(async (address) => {
    const response = await fetch(address);
    const context = new OfflineAudioContext(1, 1, 48_000);
    const sound = await context.decodeAudioData(await response.arrayBuffer());
    return sound.getChannelData(0).reduce((loudest, each) => Math.max(loudest, Math.abs(each)), 0);
  }, `/api/messages/${id}/audio`);

test("a voice note is heard before it is sent, then by the other", async ({ pair }) => {
  const { ada, ben, matchId } = pair;
  await recordButton(ada.page).click();
  await recorded(ada.page, 2);
  await ada.page.getByRole("button", { name: "Stop" }).click();
  await ada.page.getByRole("button", { name: "Play", exact: true }).click();
  await expect(ada.page.getByRole("button", { name: "Pause" })).toBeVisible();
  await ada.page.getByRole("button", { name: "Send" }).click();

  const note = notesIn(ben.page);
  await expect(note.getByText("Not played yet")).toBeAttached();
  await note.getByRole("button", { name: "Play voice note" }).click();
  await expect(note.getByText("Not played yet")).toBeHidden();
  const position = note.getByRole("slider", { name: "Position" });
  await expect.poll(() => position.inputValue()).not.toBe("0");
  await note.getByRole("button", { name: /^Speed: 1×/ }).click();
  await expect(note.getByRole("button", { name: /^Speed: 1.5×/ })).toBeVisible();
  await expectNoBarriers(ben.page);

  const [message] = await sentTo(matchId);
  expect(await loudness(ben.page, message?.id ?? "")).toBeGreaterThan(0.01);
  await ben.page.reload();
  await expect(notesIn(ben.page)).toBeVisible();
  await expect(notesIn(ben.page).getByText("Not played yet")).toBeHidden();
});

test("a note is sent by letting go of the button, and not when it is slid away", async ({
  signIn,
}) => {
  const ada = await signIn("Ada");
  const { page } = ada;
  const matchId = await befriend(ada, await createPerson("Ben"));
  await page.goto(`/matches/${matchId}`);
  // Before the page's code has come, nothing answers a press that is held.
  await expect(async () => {
    await recordButton(page).hover();
    await page.mouse.down();
    await expect(page.getByText("Slide to cancel")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const button = await recordButton(page).boundingBox();
  await recorded(page, 1);
  await page.mouse.move((button?.x ?? 0) - 150, (button?.y ?? 0) + 20, { steps: 4 });
  await expect(page.getByRole("textbox", { name: "Message" })).toBeVisible();
  await page.mouse.up();

  await recordButton(page).hover();
  await page.mouse.down();
  await recorded(page, 1);
  await page.mouse.up();
  await expect(notesIn(page)).toHaveCount(1);
  await expect(page.getByText("Sent")).toBeVisible();
  const notes = await sentTo(matchId);
  expect(notes).toHaveLength(1);
  expect(notes[0]?.media_seconds).toBeGreaterThan(0);
});

test("a note that cannot go out yet outlives a reload and goes out once", async ({
  signIn,
  expectedErrors,
}) => {
  expectedErrors.push(...offline, /ERR_FAILED/);
  const ada = await signIn("Ada");
  const { page, context } = ada;
  const matchId = await befriend(ada, await createPerson("Ben"));
  await context.route("**/api/messages/voice-notes?*", (route) => route.abort());
  await page.goto(`/matches/${matchId}`);
  await recordButton(page).focus();
  await expect(async () => {
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Stop" })).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await recorded(page, 1);
  await expectNoBarriers(page);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Send" }).press("Enter");
  await expect(page.getByText("Waiting for the network")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Waiting for the network")).toBeVisible();
  expect(await sentTo(matchId)).toEqual([]);

  await context.unroute("**/api/messages/voice-notes?*");
  await context.setOffline(true);
  await context.setOffline(false);
  await expect(page.getByText("Sent")).toBeVisible();
  await expect(notesIn(page)).toHaveCount(1);
  expect(await sentTo(matchId)).toHaveLength(1);
});

test("who has not allowed the microphone learns how, and can still write", async ({ signIn }) => {
  const ada = await signIn("Ada");
  const { page } = ada;
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException("Permission denied", "NotAllowedError"));
  });
  await page.goto(`/matches/${await befriend(ada, await createPerson("Ben"))}`);
  const help = page.getByRole("alert").filter({ hasText: "may not use your microphone" });
  await expect(async () => {
    await recordButton(page).click();
    await expect(help).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(help.getByRole("button", { name: "Try again" })).toBeVisible();
  await help.getByRole("button", { name: "Close" }).click();
  await page.getByRole("textbox", { name: "Message" }).fill("Later then");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("log").getByText("Later then")).toBeVisible();
});
