import { expect, offline, test } from "../fixtures.ts";
import { befriend, database, must } from "../people.ts";

test("a message reaches the other person's screen at once", async ({ pair: { ada, ben } }) => {
  await ada.page.getByRole("textbox", { name: "Message" }).fill("Coffee on Saturday?");
  await ada.page.getByRole("button", { name: "Send" }).click();

  await expect(ben.page.getByRole("log").getByText("Coffee on Saturday?")).toBeVisible();
  await ben.page.getByRole("textbox", { name: "Message" }).fill("Yes! At ten?");
  await ben.page.keyboard.press("Enter");
  await expect(ada.page.getByRole("log").getByText("Yes! At ten?")).toBeVisible();
});

test("a message written offline waits and goes out once", async ({ pair, expectedErrors }) => {
  const { ada, ben, matchId } = pair;
  expectedErrors.push(...offline);
  await expect(ada.page.getByRole("textbox", { name: "Message" })).toBeVisible();
  await ada.context.setOffline(true);
  await ada.page.getByRole("textbox", { name: "Message" }).fill("Are you there?");
  await ada.page.getByRole("button", { name: "Send" }).click();
  await expect(ada.page.getByRole("button", { name: "Retry" })).toBeVisible();

  await ada.context.setOffline(false);

  await expect(ben.page.getByRole("log").getByText("Are you there?")).toHaveCount(1);
  expect(must(await database.from("messages").select("id").eq("match_id", matchId))).toHaveLength(
    1,
  );
});

test("what was missed while asleep is there after waking, once", async ({
  pair,
  expectedErrors,
}) => {
  const { ada, ben } = pair;
  expectedErrors.push(...offline);
  await expect(ben.page.getByRole("textbox", { name: "Message" })).toBeVisible();
  await ben.context.setOffline(true);
  for (const text of ["One", "Two", "Three"]) {
    await ada.page.getByRole("textbox", { name: "Message" }).fill(text);
    await ada.page.getByRole("button", { name: "Send" }).click();
    await expect(ada.page.getByRole("log").getByText(text, { exact: true })).toBeVisible();
  }
  await ben.context.setOffline(false);

  for (const text of ["One", "Two", "Three"]) {
    await expect(ben.page.getByRole("log").getByText(text, { exact: true })).toHaveCount(1);
  }
});

test("a stranger cannot open a chat", async ({ pair: { matchId }, signIn }) => {
  const eve = await signIn("Eve");
  await eve.page.goto(`/matches/${matchId}`);
  await expect(eve.page.getByRole("textbox", { name: "Message" })).toBeHidden();
  await expect(
    eve.page.getByRole("heading", { name: /not (here|found|available)/i }),
  ).toBeVisible();
});

test("a person who comes back is seen to be there", async ({ signIn }) => {
  const [ada, ben] = [await signIn("Ada"), await signIn("Ben")];
  await befriend(ada, ben);
  await ada.page.goto("/matches");
  const row = ada.page.getByRole("link", { name: /Ben/ });
  await expect(row).toBeVisible();
  await expect(row.getByText("Online")).toBeHidden();

  await ben.page.goto("/matches");
  await expect(row.getByText("Online")).toBeVisible();
});

test("who is typing is seen by the other until the message is there", async ({ pair }) => {
  const { ada, ben } = pair;
  const typing = ada.page.getByText(`${ben.name} is typing`);
  // What is typed before both have joined is not told; typists say so again and again.
  await expect(async () => {
    await ben.page.getByRole("textbox", { name: "Message" }).press("a");
    await expect(typing).toBeAttached({ timeout: 1_000 });
  }).toPass();
  await ben.page.getByRole("textbox", { name: "Message" }).press("Enter");
  await expect(typing).not.toBeAttached();
});
