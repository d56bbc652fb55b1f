import { callOn, connect } from "../calls.ts";
import { wholeChromium } from "../chromium.ts";
import { expect, test } from "../fixtures.ts";
import { expectToSee, roomOn } from "../video.ts";

test.use(wholeChromium());

test("a microphone chosen in the lobby is still chosen for the next call", async ({
  pair: { ada, ben },
}) => {
  const { lobby } = roomOn(ada.page);
  const picture = lobby.getByRole("group", { name: "Your picture" });
  const microphone = lobby.getByRole("combobox", { name: "Microphone" });
  await roomOn(ada.page).start.click();
  await expectToSee(picture);
  await expect(microphone).toContainText("Fake Audio Input 1");
  await microphone.click();
  await ada.page.getByRole("option", { name: "Fake Audio Input 2" }).click();
  await expect(microphone).toContainText("Fake Audio Input 2");

  await lobby.getByRole("button", { name: "Cancel", exact: true }).click();
  await expect(lobby).toBeHidden();
  await ada.page.reload();
  await roomOn(ada.page).start.click();
  await expectToSee(picture);
  await expect(microphone).toContainText("Fake Audio Input 2");

  await lobby.getByRole("button", { name: "Cancel", exact: true }).click();
  await connect(ada.page, ben.page);
  await callOn(ada.page).region.getByRole("button", { name: "Choose microphone" }).click();
  const used = ada.page.getByRole("menuitemradio", { name: "Fake Audio Input 2" });
  await expect(used).toBeChecked();
});
