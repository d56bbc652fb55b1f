// `npm run docs:pictures`: draws docs/video.png, a group in a video call on a laptop and on a phone.
import { reachable } from "../calls.ts";
import { expect, test } from "../fixtures.ts";
import { expectToSee, roomOn, startVideo } from "../video.ts";
import { demoPerson } from "./demo-people.ts";
import { sitBeforeCamera } from "./portrait-camera.ts";
import { drawSheet } from "./sheet.ts";

const groupOfThree = "10000000-0000-4000-8000-000000010204";
const laptop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

test("three people in a video call", async ({ signInAgain, openBrowser }) => {
  test.slow();
  const people = [
    { digits: "01", name: "Maya", wall: "#f4c9a8", size: laptop },
    { digits: "02", name: "Theo", wall: "#a9c6bd", size: phone },
    { digits: "04", name: "Kofi", wall: "#c3b3e6", size: laptop },
  ] as const;
  const seats = [];
  for (const { digits, name, wall, size } of people) {
    const person = await signInAgain(demoPerson(digits, name));
    await sitBeforeCamera(person.context, person, wall);
    await person.page.setViewportSize(size);
    await person.page.goto(`/matches/${groupOfThree}`);
    await reachable(person.page);
    seats.push(person);
  }
  const [maya, theo, kofi] = seats;
  if (!maya || !theo || !kofi) throw new Error("Somebody is missing.");

  await startVideo(maya.page);
  for (const { page } of [theo, kofi]) {
    await roomOn(page).accept.click();
    await roomOn(page).cameraOn.click();
  }
  for (const { page, name } of seats) {
    for (const other of seats) {
      if (other.name !== name) await expectToSee(roomOn(page).tile(other.name));
    }
  }
  for (const { page } of [maya, theo]) await page.mouse.move(200, 300);
  await expect(roomOn(maya.page).end).toBeVisible();

  const [large, small] = await Promise.all([maya.page.screenshot(), theo.page.screenshot()]);
  const screens = [
    { png: large, width: laptop.width },
    { png: small, width: phone.width },
  ];
  await drawSheet(await openBrowser(), screens, "docs/video.png");
  for (const { page } of seats) await roomOn(page).end.click();
});
