import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, test } from "../fixtures.ts";
import { befriend, database, must } from "../people.ts";

async function photo(background: string) {
  const create = { width: 640, height: 800, channels: 3 as const, background };
  const buffer = await sharp({ create }).jpeg().toBuffer();
  return { name: "me.jpg", mimeType: "image/jpeg", buffer };
}

/** Colour in the middle of the picture that the page shows of a person, as red, green, blue. */
function middleOf(page: Page, name: string): Promise<number[]> {
  return page.getByRole("img", { name: `Picture of ${name}` }).evaluate(async (element) => {
    const [, address = ""] = /url\("(.+)"\)/.exec(getComputedStyle(element).backgroundImage) ?? [];
    const image = await createImageBitmap(await (await fetch(address)).blob());
    const context = new OffscreenCanvas(1, 1).getContext("2d");
    context?.drawImage(image, image.width / 2, image.height / 2, 1, 1, 0, 0, 1, 1);
    return [...(context?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
  });
}

test("what a person tells of themselves, their match reads", async ({ signIn }) => {
  const [ada, ben] = [await signIn("Ada"), await signIn("Ben")];
  const matchId = await befriend(ada, ben);
  const { page } = ada;
  await page.goto("/settings");
  await page.getByRole("link", { name: "Edit profile" }).click();
  await page.getByLabel("Picture", { exact: true }).setInputFiles(await photo("#20a040"));
  await expect(page.getByRole("button", { name: "Change picture" })).toBeVisible();

  await page
    .getByRole("textbox", { name: "In your own words" })
    .fill("I tune pianos for a living.");
  await page.getByRole("radio", { name: "Friends" }).check();
  await page.getByRole("textbox", { name: "Occupation" }).fill("Piano tuner");
  await page.getByRole("textbox", { name: "Height" }).fill("tall");
  await page.getByRole("button", { name: "Cinema" }).click();
  await page.getByRole("textbox", { name: "Something else you like" }).fill("Lichen");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Lichen" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("textbox", { name: "Height" })).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("5'8");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Your profile is saved.")).toBeVisible();

  await ben.page.goto(`/matches/${matchId}`);
  await ben.page.getByRole("heading", { level: 1 }).getByRole("link", { name: "Ada" }).click();
  await expect(ben.page.getByRole("heading", { name: /^Ada, 3\d$/ })).toBeVisible();
  for (const words of ["Looking for friends", "Piano tuner", "173 cm (5′8″)", "Lichen"]) {
    await expect(ben.page.getByText(words, { exact: true })).toBeVisible();
  }
  const [red = 0, green = 0, blue = 0] = await middleOf(ben.page, "Ada");
  expect(green).toBeGreaterThan(2 * Math.max(red, blue));
  await ben.page.getByRole("link", { name: "Message" }).click();
  await expect(ben.page.getByRole("textbox", { name: "Message" })).toBeVisible();
});

test("a file that is no picture is refused in words, and a picture can be taken away", async ({
  signIn,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 415/);
  const { page, id } = await signIn("Ada");
  await page.goto("/settings/profile");
  const file = page.getByLabel("Picture", { exact: true });
  await file.setInputFiles({ name: "a.png", mimeType: "image/png", buffer: Buffer.from("words") });
  await expect(page.getByRole("alert").getByText(/cannot be read as a picture/)).toBeVisible();

  await file.setInputFiles(await photo("#a02040"));
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("button", { name: "Add a picture" })).toBeVisible();
  await expect(page.getByText(/cannot be read/)).toBeHidden();
  const profile = must(await database.from("profiles").select("avatar_path").eq("id", id).single());
  expect(profile.avatar_path).toBeNull();
  expect(must(await database.storage.from("avatars").list(id))).toEqual([]);
});

test("whoever is blocked from a profile loses sight of it at once, and can be unblocked", async ({
  pair: { ada, ben, matchId },
}) => {
  await Promise.all([ada, ben].map(({ page }) => page.goto(`/matches/${matchId}/profile`)));
  await ben.page.getByRole("button", { name: "Block" }).click();
  const confirm = ben.page.getByRole("alertdialog", { name: "Block Ada?" });
  await confirm.getByRole("button", { name: "Block" }).click();
  await expect(ben.page).toHaveURL(/\/matches$/);
  await expect(ada.page.getByRole("heading", { name: /not available/ })).toBeVisible();

  await ben.page.goto("/settings");
  await ben.page.getByRole("link", { name: /Privacy/ }).click();
  await ben.page.getByRole("button", { name: "Unblock Ada" }).click();
  await expect(ben.page.getByText("Ada is unblocked.")).toBeVisible();
  await ada.page.goto(`/matches/${matchId}/profile`);
  await expect(ada.page.getByRole("heading", { name: /^Ben, 3\d$/ })).toBeVisible();
});
