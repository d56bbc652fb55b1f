import { endedCall, expectToHear } from "../calls.ts";
import { expect, test } from "../fixtures.ts";
import { gather, type Person } from "../people.ts";
import { expectPicture, expectToSee, roomOn, startVideo } from "../video.ts";

test.slow();

test("four people talk in a group, a fifth finds it full, and the last one ends it", {
  tag: "@long",
}, async ({ signIn }) => {
  const names = ["Ada", "Ben", "Cara", "Dan", "Eve"];
  const people = [];
  for (const name of names) people.push(await signIn(name));
  const [ada, ben, cara, dan, eve] = people;
  if (!ada || !ben || !cara || !dan || !eve) throw new Error("Somebody is missing.");
  const matchId = await gather(people);
  for (const { page } of people) await page.goto(`/matches/${matchId}`);

  await startVideo(ada.page);
  for (const { page } of [ben, cara]) {
    await roomOn(page).accept.click();
    await roomOn(page).cameraOn.click();
  }
  await expectToSee(roomOn(ada.page).tile("Ben"));
  await expectToSee(roomOn(ada.page).tile("Cara"));

  // The late joiner sees everyone, though nobody sends a whole picture by themselves just then.
  await roomOn(dan.page).accept.click();
  await expect(roomOn(dan.page).status).toHaveText("Connected");
  await Promise.all(
    ["Ada", "Ben", "Cara"].map((name) => expectPicture(roomOn(dan.page).tile(name))),
  );
  await expectToHear(dan.page);

  await roomOn(eve.page).accept.click();
  await expect(eve.page.getByText(/call is full/i).first()).toBeVisible();

  for (const { page } of [ada, ben, cara]) await roomOn(page).end.click();
  await expect(roomOn(dan.page).tile("Ada")).toHaveCount(0);
  await roomOn(dan.page).end.click();
  const call = await endedCall(matchId);
  expect(call).toMatchObject({ status: "completed", caller_id: ada.id, lines: 1 });
  const were = call.call_participants.filter(({ status }) => status === "completed");
  expect(were.map(({ profile_id }) => profile_id).toSorted()).toEqual(
    [ada, ben, cara, dan].map(({ id }) => id).toSorted(),
  );
});

test("who leaves the group is out of its call at once", { tag: "@long" }, async ({ signIn }) => {
  const people = [await signIn("Ada"), await signIn("Ben"), await signIn("Cara")] as const;
  const [ada, ben, cara] = people;
  const matchId = await gather(people);
  for (const { page } of people) await page.goto(`/matches/${matchId}`);
  await startVideo(ada.page);
  for (const { page } of [ben, cara]) await roomOn(page).accept.click();
  await expect(roomOn(ada.page).tile("Cara")).toBeVisible();

  await roomOn(cara.page).minimise.click();
  await cara.page.getByRole("button", { name: /More/ }).first().click();
  await cara.page.getByRole("menuitem", { name: "Leave group" }).click();
  await cara.page.getByRole("alertdialog").getByRole("button", { name: "Leave group" }).click();

  await expect(roomOn(ada.page).tile("Cara")).toHaveCount(0);
  await expect(roomOn(ada.page).tile("Ben")).toBeVisible();
});

test("a voice call of a group is the same room with the cameras off", { tag: "@long" }, async ({
  signIn,
}) => {
  const people: (Person & { page: import("@playwright/test").Page })[] = [];
  for (const name of ["Ada", "Ben", "Cara"]) people.push(await signIn(name));
  const [ada, ben] = people;
  if (!ada || !ben) throw new Error("Somebody is missing.");
  const matchId = await gather(people);
  for (const { page } of people) await page.goto(`/matches/${matchId}`);

  await roomOn(ada.page).startVoice.click();
  await expect(ben.page.getByRole("dialog", { name: "Incoming voice call" })).toBeVisible();
  await roomOn(ben.page).accept.click();

  await expectToHear(ada.page);
  await expectToHear(ben.page);
  await expect(roomOn(ada.page).region.locator("video")).toHaveCount(0);
});
