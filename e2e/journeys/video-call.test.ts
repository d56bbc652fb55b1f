import { clockFrom, endedCall, expectToHear } from "../calls.ts";
import { cutOff } from "../faults.ts";
import { expect, test } from "../fixtures.ts";
import { befriend } from "../people.ts";
import { connectVideo, expectToSee, roomOn, startVideo } from "../video.ts";

test("two people see and hear each other, and the call is remembered", async ({
  pair: { ada, ben, matchId },
}) => {
  await connectVideo(ada, ben);
  await expectToHear(ada.page);
  await expectToHear(ben.page);
  await expect(roomOn(ada.page).status).toHaveText("Connected");
  await expect(roomOn(ada.page).timer).toHaveText(clockFrom(1));

  await roomOn(ada.page).end.click();

  await expect(roomOn(ben.page).region).toContainText("Call ended");
  const call = await endedCall(matchId);
  expect(call).toMatchObject({
    status: "completed",
    end_reason: "hangup",
    caller_id: ada.id,
    lines: 1,
  });
  expect(call.duration_seconds).toBeGreaterThan(0);
  expect(call.call_participants).toHaveLength(2);
  for (const { page } of [ada, ben]) {
    await expect(page.getByRole("log").getByText(/Video call/)).toBeVisible();
  }
});

test("the camera of a person who accepts stays off until they turn it on", {
  tag: "@long",
}, async ({ pair: { ada, ben } }) => {
  await startVideo(ada.page);
  await roomOn(ben.page).accept.click();
  await expectToSee(roomOn(ben.page).tile("Ada"));
  await expect(roomOn(ada.page).tile("Ben")).toBeVisible();
  await expect(roomOn(ada.page).tile("Ben").locator("video")).toHaveCount(0);

  await roomOn(ben.page).cameraOn.click();
  await expectToSee(roomOn(ada.page).tile("Ben"));
});

test("the other sees who mutes and who turns the camera off", { tag: "@long" }, async ({
  pair: { ada, ben },
}) => {
  await connectVideo(ada, ben);
  const bensTile = roomOn(ada.page).tile("Ben");

  await ben.page.keyboard.press("m");
  await expect(bensTile.getByText("Muted")).toBeAttached();
  await roomOn(ben.page).unmute.click();
  await expect(bensTile.getByText("Muted")).toHaveCount(0);

  await ben.page.keyboard.press("v");
  await expect(bensTile.locator("video")).toHaveCount(0);
  await roomOn(ben.page).cameraOn.click();
  await expectToSee(bensTile);
});

test("a shared screen is seen beside the camera", { tag: "@long" }, async ({
  pair: { ada, ben },
}) => {
  await connectVideo(ada, ben);
  await roomOn(ada.page).share.click();
  await expectToSee(roomOn(ben.page).tile("Ada's screen"));
  await expectToSee(roomOn(ben.page).tile("Ada"));

  await roomOn(ada.page).stopSharing.click();
  await expect(roomOn(ben.page).tile("Ada's screen")).toHaveCount(0);
});

test("a declined video call tells the caller so", async ({ pair: { ada, ben, matchId } }) => {
  await startVideo(ada.page);
  await expect(roomOn(ada.page).status).toHaveText("Ringing");
  await expect(roomOn(ben.page).incoming).toBeVisible();
  await roomOn(ben.page).decline.click();

  await expect(roomOn(ada.page).region).toContainText(/declined/i);
  expect(await endedCall(matchId)).toMatchObject({
    status: "busy",
    end_reason: "declined",
    duration_seconds: 0,
    lines: 1,
  });
});

test("a caller who gives up leaves a missed video call", async ({
  pair: { ada, ben, matchId },
}) => {
  await startVideo(ada.page);
  await expect(roomOn(ben.page).incoming).toBeVisible();
  await roomOn(ada.page).end.click();

  await expect(roomOn(ben.page).incoming).toBeHidden();
  expect(await endedCall(matchId)).toMatchObject({ status: "canceled", end_reason: "canceled" });
  await expect(ben.page.getByRole("log").getByText("Missed video call")).toBeVisible();
});

test("a person in a video call is busy for others", { tag: "@long" }, async ({
  pair: { ada, ben },
  signIn,
  expectedErrors,
}) => {
  expectedErrors.push(/409 \(Conflict\)/);
  const cara = await signIn("Cara");
  const matchId = await befriend(cara, ben);
  await cara.page.goto(`/matches/${matchId}`);
  await connectVideo(ada, ben);
  await startVideo(cara.page);

  await expect(cara.page.getByText(/in another call/i).first()).toBeVisible();
  await expect(roomOn(ben.page).incoming).toBeHidden();
  expect(await endedCall(matchId)).toMatchObject({ status: "busy", end_reason: "busy", lines: 1 });
  await expectToSee(roomOn(ada.page).tile("Ben"));
});

test("the person who was called can end a video call for both", async ({
  pair: { ada, ben, matchId },
}) => {
  await connectVideo(ada, ben);
  await roomOn(ben.page).end.click();

  await expect(roomOn(ada.page).region).toContainText("Call ended");
  expect(await endedCall(matchId)).toMatchObject({ status: "completed", lines: 1 });
});

test("a video call survives a reload", async ({ pair: { ada, ben, matchId } }) => {
  await connectVideo(ada, ben);
  await ben.page.reload();

  await expectToSee(roomOn(ben.page).tile("Ada"));
  await expectToSee(roomOn(ada.page).tile("Ben"));
  await expectToHear(ada.page);
  await roomOn(ben.page).end.click();
  await expect(roomOn(ada.page).region).toContainText("Call ended");
  expect(await endedCall(matchId)).toMatchObject({ status: "completed", lines: 1 });
});

test("a video call goes on in a small window while a person changes their name", {
  tag: "@long",
}, async ({ pair: { ada, ben } }) => {
  await connectVideo(ada, ben);
  await roomOn(ada.page).minimise.click();
  await ada.page.getByRole("link", { name: "Settings" }).first().click();
  await expect(ada.page).toHaveURL(/\/settings$/);
  await ada.page.getByRole("link", { name: "Edit profile" }).click();
  await expectToSee(roomOn(ada.page).tile("Ben"));

  const name = ada.page.getByRole("textbox", { name: "First name" });
  await name.fill("Adele");
  await name.press("Enter");
  await expect(ada.page.getByText("Your profile is saved.")).toBeVisible();
  // The page has the new name once there is nothing left to save.
  await expect(ada.page.getByRole("button", { name: "Save", exact: true })).toBeHidden();
  await expectToSee(roomOn(ada.page).tile("Ben"));

  await roomOn(ada.page).region.getByRole("button", { name: "Expand" }).click();
  await roomOn(ada.page).end.click();
  await expect(roomOn(ben.page).region).toContainText("Call ended");
});

test("a connection that breaks during a video call comes back", { tag: "@long" }, async ({
  pair: { ada, ben },
  expectedErrors,
}) => {
  expectedErrors.push(/WebSocket/);
  await connectVideo(ada, ben);
  const mend = await cutOff(ada);
  await expect(roomOn(ada.page).status).toHaveText("Reconnecting");
  await expect(
    roomOn(ben.page)
      .tile("Ada")
      .getByText(/reconnecting/i),
  ).toBeVisible();

  await mend();
  await expect(roomOn(ada.page).status).toHaveText("Connected");
  await expectToSee(roomOn(ada.page).tile("Ben"));
  await expectToSee(roomOn(ben.page).tile("Ada"));
});

test("one person alone can try a video call with Echo", async ({ signIn }) => {
  const ada = await signIn("Ada");
  await ada.page.goto("/matches");
  await ada.page.getByRole("link", { name: /Echo/ }).click();
  await startVideo(ada.page);

  await expectToSee(roomOn(ada.page).tile("Echo"));
  await expectToHear(ada.page);
  await roomOn(ada.page).end.click();
  await expect(ada.page.getByRole("log").getByText(/Video call/)).toBeVisible();
});

test("blocking a person during a video call ends it at once", { tag: "@long" }, async ({
  pair: { ada, ben, matchId },
}) => {
  await connectVideo(ada, ben);
  await roomOn(ben.page).minimise.click();
  await ben.page.getByRole("button", { name: /More/ }).first().click();
  await ben.page.getByRole("menuitem", { name: "Block" }).click();
  await ben.page.getByRole("alertdialog").getByRole("button", { name: "Block" }).click();

  await expect(roomOn(ada.page).region).toContainText("Call ended");
  expect(await endedCall(matchId)).toMatchObject({ status: "completed", end_reason: "blocked" });
});

test("a second device of the same person takes the call over", { tag: "@long" }, async ({
  pair: { ada, ben, matchId },
  signInAgain,
}) => {
  await connectVideo(ada, ben);
  const again = await signInAgain(ben);
  await again.page.goto(`/matches/${matchId}`);
  await roomOn(again.page).joinLive.click();
  await roomOn(again.page).enter.click();

  await expectToSee(roomOn(again.page).tile("Ada"));
  await expect(roomOn(ben.page).region).toContainText(/another device/i);
  await expectToSee(roomOn(ada.page).tile("Ben"));
});
