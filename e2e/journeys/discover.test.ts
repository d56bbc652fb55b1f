import type { Page } from "@playwright/test";
import { expectNoBarriers } from "../barriers.ts";
import { reachable } from "../calls.ts";
import { expect, offline, test } from "../fixtures.ts";
import { createPerson, database, must, type Person } from "../people.ts";

/**
 * Makes people of an age that nobody else in the sandbox has, who look for nobody else: everybody
 * else's people are out of their sight. What else is known of them is by name.
 */
async function ofAge(age: number, people: readonly Person[], facts: Record<string, object> = {}) {
  // Those of a run before.
  const hidden = database.from("discovery_preferences").update({ shown: false });
  must(await hidden.eq("min_age", age).select("profile_id"));
  for (const { id, name } of people) {
    const birth = new Date();
    birth.setFullYear(birth.getFullYear() - age, 0, 1);
    const profile = { birth_date: birth.toISOString().slice(0, 10), ...facts[name] };
    must(await database.from("profiles").update(profile).eq("id", id).select("id"));
    const preferences = { profile_id: id, min_age: age, max_age: age };
    must(await database.from("discovery_preferences").upsert(preferences).select("profile_id"));
  }
}

const on = (page: Page) => ({
  card: (name: string) => page.getByRole("article", { name: new RegExp(`^${name},`) }),
  cards: page.getByRole("article"),
  like: page.getByRole("button", { name: "Like", exact: true }),
  pass: page.getByRole("button", { name: "Pass", exact: true }),
  undo: page.getByRole("button", { name: "Undo", exact: true }),
  match: page.getByRole("dialog", { name: "It's a match" }),
});

test("two who like each other become a match: one hears at once, the other wherever they are", async ({
  signIn,
}) => {
  const [ada, ben] = [await signIn("Ada"), await signIn("Ben")];
  await ofAge(61, [ada, ben], {
    Ben: { occupation: "Baker", hometown: "Ghent", bio: "Bread first.", interests: ["Sourdough"] },
  });
  await ada.page.goto("/discover");
  const card = on(ada.page).card("Ben");
  for (const fact of ["Baker", "From Ghent", "Bread first.", "Sourdough"]) {
    await expect(card.getByText(fact)).toBeVisible();
  }
  await on(ada.page).like.click();
  await expect(ada.page.getByRole("heading", { name: "That is everybody for now" })).toBeVisible();
  await ada.page.getByRole("link", { name: "Matches" }).click();
  const list = ada.page.getByRole("region", { name: "Matches" });
  await expect(list.getByRole("link", { name: /^Echo/ })).toBeVisible();

  await ben.page.goto("/discover");
  await expect(on(ben.page).card("Ada")).toBeVisible();
  await ben.page.keyboard.press("ArrowRight");
  const { match } = on(ben.page);
  await expect(match.getByText("You and Ada like each other.")).toBeVisible();
  const line = match.getByRole("button", { name: "Hello Ada! What made you smile today?" });
  await line.click();
  await match.getByRole("button", { name: "Say hello" }).click();
  const message = ben.page.getByRole("textbox", { name: "Message" });
  await expect(message).toHaveValue("Hello Ada! What made you smile today?");
  await message.press("Enter");

  await ada.page.getByText("It's a match: Ben likes you too.").waitFor();
  await expect(list.getByRole("link", { name: /Ben/ })).toBeVisible();
  await ada.page.getByRole("button", { name: "Say hello" }).click();
  await expect(ada.page.getByRole("log").getByText("What made you smile today?")).toBeVisible();
});

test("cards go by swipe and by key, come back, and survive a lost network", async ({
  signIn,
  expectedErrors,
}) => {
  const ada = await signIn("Ada");
  await ofAge(63, [ada, await createPerson("Cleo"), await createPerson("Dan")]);
  const { page } = ada;
  await page.goto("/discover");
  const { cards, undo } = on(page);
  const first = (await cards.getAttribute("aria-label")) ?? "";
  const name = first.replace(/,.*/, "");

  const box = await cards.boundingBox();
  if (!box) throw new Error("There is no card to swipe.");
  await page.mouse.move(box.x + 300, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + 250, box.y + 105, { steps: 4 });
  await page.mouse.move(box.x + 60, box.y + 110, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole("status").getByText(`You passed ${name}.`)).toBeAttached();
  await expect(cards).not.toHaveAccessibleName(first);

  await page.keyboard.press("Backspace");
  await expect(cards).toHaveAccessibleName(first);
  await expect(undo).toHaveAttribute("aria-disabled", "true");
  const decided = async () =>
    must(await database.from("likes").select("kind").eq("liker_id", ada.id));
  await expect.poll(decided, "what is known of the pass").toEqual([]);

  await page.keyboard.press("ArrowLeft");
  await expect.poll(decided, "what is known of the second pass").toEqual([{ kind: "pass" }]);
  expectedErrors.push(...offline);
  await ada.context.setOffline(true);
  await page.keyboard.press("Backspace");
  await expect(page.getByRole("alert").getByText("You are offline")).toBeVisible();
  await expect(cards).not.toHaveAccessibleName(first);
  await ada.context.setOffline(false);
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("heading", { name: "That is everybody for now" })).toBeVisible();
  await expect.poll(decided, "both passes").toEqual([{ kind: "pass" }, { kind: "pass" }]);
});

test("filters narrow who is shown, by gender and distance, and hide oneself", async ({
  signIn,
}) => {
  const ada = await signIn("Ada");
  const [ben, cleo] = [await createPerson("Ben"), await createPerson("Cleo")];
  await ofAge(65, [ada, ben, cleo], { Ben: { gender: "man" }, Cleo: { gender: "woman" } });
  const near = { latitude: 52.52, longitude: 13.4 };
  must(
    await database
      .from("discovery_preferences")
      .update(near)
      .eq("profile_id", cleo.id)
      .select("profile_id"),
  );
  await ada.context.grantPermissions(["geolocation"]);
  await ada.context.setGeolocation({ latitude: 52.601, longitude: 13.412 });
  const { page } = ada;
  await page.goto("/discover");
  await page.getByRole("button", { name: "Filters" }).click();
  const filters = page.getByRole("dialog", { name: "Filters" });
  await filters.getByRole("button", { name: "Women" }).click();
  await filters.getByRole("button", { name: "Use my location" }).click();
  await expect(filters.getByRole("button", { name: "Forget my location" })).toBeVisible();
  await filters.getByRole("slider", { name: "Furthest distance" }).press("Home");
  await expect(filters.getByText("Up to 10 km")).toBeVisible();
  await expectNoBarriers(page);
  await filters.getByRole("button", { name: "Show people" }).click();
  await expect(page.getByRole("heading", { name: "That is everybody for now" })).toBeVisible();

  await page.getByRole("button", { name: "Widen your filters" }).click();
  await filters.getByRole("slider", { name: "Furthest distance" }).press("ArrowRight");
  await filters.getByRole("switch", { name: "Show me to others" }).click();
  await filters.getByRole("button", { name: "Show people" }).click();
  await expect(on(page).card("Cleo").getByText("Within 20 km of you")).toBeVisible();
  await expect(page.getByText("You are hidden")).toBeVisible();
  const [saved] = must(
    await database.from("discovery_preferences").select().eq("profile_id", ada.id),
  );
  expect(saved).toMatchObject({ genders: ["woman"], max_distance_km: 20, shown: false });
  expect([Number(saved?.latitude), Number(saved?.longitude)]).toEqual([52.6, 13.4]);
});

test("in the sandbox a demo person likes back", async ({ signIn }) => {
  const ada = await signIn("Ada");
  const preferences = { profile_id: ada.id, min_age: 44, max_age: 44 + 3 };
  must(await database.from("discovery_preferences").upsert(preferences).select("profile_id"));
  await ada.page.goto("/discover");
  await reachable(ada.page);
  await on(ada.page).like.click();
  await expect(ada.page.getByText(/^It's a match: .+ likes you too\.$/)).toBeVisible();
});
