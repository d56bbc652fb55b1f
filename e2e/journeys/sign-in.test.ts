import { expect, test } from "../fixtures.ts";
import { codeOf, newNumber } from "../phones.ts";

test("a new person signs in by text message and makes a profile", async ({ openBrowser }) => {
  const phone = newNumber();
  const page = await (await openBrowser()).newPage();
  await page.goto("/");
  await page
    .getByRole("link", { name: /sign in/i })
    .first()
    .click();
  await page.getByRole("textbox", { name: "Phone number" }).fill(phone);
  await page.getByRole("button", { name: "Send code" }).click();
  await page.getByRole("textbox", { name: "Verification code" }).fill(await codeOf(phone));

  await page.getByRole("textbox", { name: /name/i }).fill("Maya");
  await page.getByLabel(/birth/i).fill("1996-03-02");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: /Maya/ })).toBeFocused();
  await page.getByRole("button", { name: "Skip for now" }).click();

  await expect(page).toHaveURL(/\/matches$/);
  await expect(page.getByRole("link", { name: /Echo/ })).toBeVisible();
});

test("a demo person finds their matches", async ({ openBrowser }) => {
  const phone = "+14155550101";
  const page = await (await openBrowser()).newPage();
  await page.goto("/signin");
  await page.getByRole("textbox", { name: "Phone number" }).fill(phone);
  await page.getByRole("button", { name: "Send code" }).click();
  await page.getByRole("textbox", { name: "Verification code" }).fill(await codeOf(phone));

  await expect(page).toHaveURL(/\/matches$/);
  await expect(page.getByRole("link", { name: /Theo/ })).toBeVisible();
});

test("a wrong code is refused in words, and the right one still works", async ({
  openBrowser,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 400/);
  const phone = newNumber();
  const page = await (await openBrowser()).newPage();
  await page.goto("/signin");
  await page.getByRole("textbox", { name: "Phone number" }).fill(phone);
  await page.getByRole("button", { name: "Send code" }).click();
  const code = await codeOf(phone);
  const wrong = code === "000000" ? "111111" : "000000";

  await page.getByRole("textbox", { name: "Verification code" }).fill(wrong);
  await expect(page.getByRole("alert").filter({ hasText: /code/i })).toBeVisible();

  await page.getByRole("textbox", { name: "Verification code" }).fill(code);
  await expect(page).toHaveURL(/\/welcome/);
});

test("a number that nobody can have is refused before anything is sent", async ({
  openBrowser,
}) => {
  const page = await (await openBrowser()).newPage();
  await page.goto("/signin");
  await page.getByRole("textbox", { name: "Phone number" }).fill("+1 415");
  await page.getByRole("button", { name: "Send code" }).click();
  await expect(
    page
      .getByText(/number/i)
      .filter({ hasText: /not|short|valid/i })
      .first(),
  ).toBeVisible();
});

test("a person who is not signed in is asked to, and comes back", async ({
  openBrowser,
  signIn,
}) => {
  const page = await (await openBrowser()).newPage();
  await page.goto("/settings");
  await expect(page).toHaveURL(/\/signin\?next=/);
  const ada = await signIn("Ada");
  await ada.page.goto("/settings");
  await expect(ada.page).toHaveURL(/\/settings$/);
});

test("what is typed before the page's code has arrived is kept", async ({ openBrowser }) => {
  const page = await (await openBrowser()).newPage();
  const codeArrives = Promise.withResolvers<void>();
  await page.route("**/*.js", async (route) => {
    await codeArrives.promise;
    await route.continue();
  });
  await page.goto("/signin", { waitUntil: "commit" });
  const field = page.getByRole("textbox", { name: "Phone number" });
  await field.fill(newNumber());
  await field.press("Enter");
  await expect(page, "the number is not sent in the address").toHaveURL(/\/signin$/);
  codeArrives.resolve();

  await page.getByRole("button", { name: "Send code" }).click();
  await expect(page.getByRole("textbox", { name: "Verification code" })).toBeVisible();
});
