import { deliver, expectNotifications, notificationsIn, usePushService } from "../browser-push.ts";
import { callOn } from "../calls.ts";
import { wholeChromium } from "../chromium.ts";
import { test as base, expect, offline } from "../fixtures.ts";
import { befriend, database, must } from "../people.ts";
import { type PushService, startPushService } from "../push-service.ts";

const test = base.extend<{ pushes: PushService }>({
  pushes: async ({ browser: _ }, use) => {
    const service = await startPushService();
    await use(service);
    await service.close();
  },
});

test.use(wholeChromium());

test("somebody with the app closed hears of a message and a call, and takes it", async ({
  signIn,
  pushes,
}) => {
  const [ada, ben] = [await signIn("Ada"), await signIn("Ben")];
  const matchId = await befriend(ada, ben);
  const phone = pushes.subscribe();
  await usePushService(ben.context, phone);
  const sent = () => pushes.pushesTo(phone).map(({ payload }) => payload);

  await ben.page.goto("/settings/notifications");
  await ben.page.getByRole("switch", { name: "Notifications", exact: true }).click();
  await ben.page.getByRole("button", { name: "Send a test" }).click();
  await expect(ben.page.getByText("On its way.")).toBeVisible();
  await deliver(ben.page, sent()[0] ?? {});
  await expectNotifications(ben.context, ["Notifications work"]);

  // Ben closes the app. What is left of it is the worker.
  await ben.page.goto("about:blank");
  must(
    await database
      .from("profiles")
      .update({ last_seen_at: new Date(Date.now() - 300_000).toISOString() })
      .eq("id", ben.id)
      .select("id"),
  );
  await ada.page.goto(`/matches/${matchId}`);
  await ada.page.getByRole("textbox", { name: "Message" }).fill("Are you there?");
  await ada.page.getByRole("button", { name: "Send", exact: true }).click();
  await expect.poll(() => sent().length).toBe(2);
  await deliver(ben.page, sent()[1] ?? {});
  await expect
    .poll(() => notificationsIn(ben.context))
    .toContainEqual({ title: "Ada", body: "New message" });

  await callOn(ada.page).start.click();
  await expect(callOn(ada.page).region).toContainText(
    "Ben’s app is closed. We sent a notification.",
  );
  await deliver(ben.page, sent()[2] ?? {});
  await expect
    .poll(() => notificationsIn(ben.context))
    .toContainEqual({ title: "Ada is calling", body: "Voice call. Tap to answer." });

  await ben.page.goto(String(sent()[2]?.path));
  await callOn(ben.page).accept.click();
  await expect(callOn(ada.page).status).toContainText("Connected");
  await expectNotifications(ben.context, []);
});

test("a call that nobody took is told of in place of its ringing", async ({ signIn, pushes }) => {
  const [ada, ben] = [await signIn("Ada"), await signIn("Ben")];
  const matchId = await befriend(ada, ben);
  const phone = pushes.subscribe();
  const { endpoint, keys } = phone;
  must(
    await database
      .from("push_subscriptions")
      .insert({ profile_id: ben.id, endpoint, ...keys })
      .select("id"),
  );
  await ben.context.grantPermissions(["notifications"]);
  await ben.page.goto("/settings");
  await expect.poll(() => ben.context.serviceWorkers().length).toBe(1);
  await ben.page.goto("about:blank");
  const gone = database.from("profiles").update({ last_seen_at: null }).eq("id", ben.id);
  must(await gone.select("id"));

  await ada.page.goto(`/matches/${matchId}`);
  await callOn(ada.page).start.click();
  await expect(callOn(ada.page).region).toContainText("We sent a notification.");
  await callOn(ada.page).end.click();
  await expect.poll(() => pushes.pushesTo(phone).length).toBe(2);
  for (const { payload } of pushes.pushesTo(phone)) await deliver(ben.page, payload);
  await expectNotifications(ben.context, ["Missed call from Ada"]);
});

test("people choose what they hear of, and their choice is kept", async ({ signIn }) => {
  const ada = await signIn("Ada");
  const { page } = ada;
  await page.goto("/settings/notifications");
  await page.getByRole("switch", { name: "Missed calls" }).click();
  await page.getByRole("switch", { name: "Quiet hours" }).click();
  await page.getByLabel("From", { exact: true }).fill("23:30");
  await page.getByLabel("To", { exact: true }).click();
  await expect
    .poll(async () => {
      const saved = database.from("notification_preferences").select("missed_calls, quiet_from");
      return (await saved.eq("profile_id", ada.id).maybeSingle()).data;
    })
    .toEqual({ missed_calls: false, quiet_from: "23:30:00" });
  await page.reload();
  await expect(page.getByRole("switch", { name: "Missed calls" })).not.toBeChecked();
  await expect(page.getByLabel("From", { exact: true }).filter({ visible: true })).toHaveValue(
    "23:30",
  );
  await expect(page.getByLabel("To", { exact: true }).filter({ visible: true })).toHaveValue(
    "07:00",
  );
});

test("an iPhone is told how to install the app first", async ({ browser, signIn }) => {
  const ada = await signIn("Ada");
  const context = await browser.newContext({
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
    storageState: await ada.context.storageState(),
  });
  await context.addInitScript(() => Reflect.deleteProperty(window, "PushManager"));
  const page = await context.newPage();
  await page.goto("/settings/notifications");
  await expect(page.getByText("Choose Add to Home Screen").first()).toBeVisible();
  await expect(page.getByRole("switch", { name: "Notifications", exact: true })).toBeHidden();
  await context.close();
});

test("without a network there is a page that says so", async ({ signIn, expectedErrors }) => {
  expectedErrors.push(...offline);
  const { page, context } = await signIn("Ada");
  await page.goto("/settings");
  await expect.poll(() => context.serviceWorkers().length).toBe(1);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await context.setOffline(true);
  await page.goto("/matches");
  await expect(page.getByRole("heading", { name: "You are offline" })).toBeVisible();
  await context.setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Matches" }).first()).toBeVisible();
});
