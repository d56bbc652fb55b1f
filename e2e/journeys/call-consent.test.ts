import { callOn, expectToHear, reachable } from "../calls.ts";
import { expect, test } from "../fixtures.ts";
import { befriend, database, must, type Person } from "../people.ts";
import { roomOn } from "../video.ts";

/** Two people who have just matched: neither has said who may call. */
async function justMatched(one: Person, other: Person): Promise<string> {
  const matchId = await befriend(one, other);
  must(
    await database
      .from("match_members")
      .update({ call_permission: "ask" })
      .eq("match_id", matchId)
      .select("profile_id"),
  );
  return matchId;
}

test("the first call is asked for, allowed and then made", async ({ signIn }) => {
  const [ada, ben] = [await signIn("Ada"), await signIn("Ben")];
  const matchId = await justMatched(ada, ben);
  await Promise.all([ada.page.goto(`/matches/${matchId}`), ben.page.goto(`/matches/${matchId}`)]);
  for (const { page } of [ada, ben]) await reachable(page);

  await roomOn(ada.page).start.click();
  await expect(
    ada.page.getByText("Asked. You will hear when Ben allows video calls."),
  ).toBeVisible();
  const question = ben.page.getByRole("region", { name: "Ada would like to video call you" });
  await question.getByRole("button", { name: "Allow" }).click();
  await expect(question).toHaveCount(0);

  const news = ada.page.getByRole("region", { name: "Ben allows video calls" });
  await news.getByRole("button", { name: "Call now" }).click();
  await roomOn(ada.page).enter.click();
  await roomOn(ben.page).accept.click();
  await expectToHear(ada.page);
  await expect(news).toHaveCount(0);
});

test("who says not now is not asked again, and the other does not learn of it", async ({
  signIn,
}) => {
  const [ada, ben] = [await signIn("Ada"), await signIn("Ben")];
  const matchId = await justMatched(ada, ben);
  await Promise.all([ada.page.goto(`/matches/${matchId}`), ben.page.goto("/settings")]);
  for (const { page } of [ada, ben]) await reachable(page);

  await callOn(ada.page).start.click();
  await ben.page
    .getByRole("listitem")
    .filter({ hasText: "Ada would like to call you" })
    .getByRole("button", { name: "Answer" })
    .click();
  await expect(ben.page).toHaveURL(new RegExp(matchId));
  const question = ben.page.getByRole("region", { name: "Ada would like to call you" });
  await question.getByRole("button", { name: "Not now" }).click();
  await expect(question).toHaveCount(0);

  await ada.page.reload();
  const asked = ada.page.getByRole("region", { name: /^Asked\. You will hear when Ben allows/ });
  await expect(asked).toBeVisible();
  await asked.getByRole("button", { name: "Take back" }).click();
  await expect(asked).toHaveCount(0);
  await callOn(ada.page).start.click();
  await expect(asked).toBeVisible();
  await ben.page.reload();
  await expect(ben.page.getByRole("textbox", { name: "Message" })).toBeVisible();
  await expect(question).toHaveCount(0);
  expect(must(await database.from("calls").select("id").eq("match_id", matchId))).toEqual([]);
});

test("a person chooses who may call, and the other's buttons follow", async ({
  pair: { ada, ben },
}) => {
  await ben.page.getByRole("button", { name: "More" }).click();
  await ben.page.getByRole("menuitem", { name: "Who may call" }).click();
  const choice = ben.page.getByRole("combobox", { name: "Who may call" });
  await expect(choice).toHaveValue("video");
  await choice.selectOption("Nobody");
  const start = callOn(ada.page).start;
  await expect(start).toHaveAccessibleDescription("Ben has switched off calls in this match.");
  await start.press("Enter");
  await expect(callOn(ada.page).region).toHaveCount(0);

  await choice.selectOption("Voice only");
  await expect(start).not.toHaveAttribute("aria-disabled");
  await ben.page.getByRole("button", { name: "Done" }).click();
  await start.click();
  await callOn(ben.page).accept.click();
  await expectToHear(ben.page);
});

test("a browser that does not know is told why its call is not put through", async ({ signIn }) => {
  const [ada, ben] = [await signIn("Ada"), await signIn("Ben")];
  const matchId = await justMatched(ada, ben);
  // What is allowed is not known here, as when it was taken back this very moment.
  await ada.page.route("**/rest/v1/rpc/list_call_permissions", (route) =>
    route.fulfill({ json: [] }),
  );
  await ada.page.goto(`/matches/${matchId}`);
  await reachable(ada.page);
  await callOn(ada.page).start.click();
  const told = ada.page.getByRole("listitem").filter({ hasText: "Ben has not allowed calls yet." });
  await expect(told).toBeVisible();
  await expect(callOn(ada.page).region).toContainText("Call ended");
  await told.getByRole("button", { name: "Ask" }).click();
  await expect
    .poll(async () =>
      must(
        await database
          .from("call_permission_requests")
          .select("kind, state")
          .eq("match_id", matchId),
      ),
    )
    .toEqual([{ kind: "voice", state: "asked" }]);
});
