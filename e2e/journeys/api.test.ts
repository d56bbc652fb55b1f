import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { twilioDefaults } from "../../sandbox/config.ts";
import { appUrl, twilioUrl } from "../addresses.ts";
import { expect, test } from "../fixtures.ts";
import { newNumber } from "../phones.ts";

test("the reference's commands sign in, read one's calls and speak for Twilio", async ({
  openBrowser,
}) => {
  const page = await (await openBrowser()).newPage();
  await page.goto("/docs/api");
  const command = async (section: string, title: string) => {
    const article = page
      .getByRole("main")
      .locator("section, article")
      .filter({
        has: page.getByRole("heading", { level: 2, name: section, exact: true }),
      });
    return (await article.getByRole("figure", { name: title }).locator("code").textContent()) ?? "";
  };
  const phone = newNumber();
  const signIn = (await command("First steps", "Sign in"))
    .replaceAll("14155550101", phone.slice(1))
    .replace("http://localhost:3000", appUrl)
    .replace("http://127.0.0.1:54330", twilioUrl);
  const script = [
    signIn,
    await command("Your calls of all kinds, newest first", "Request"),
    await command("Report the progress of a call", "Request"),
  ];

  const { stdout } = await promisify(execFile)("bash", ["-euc", script.join("\necho\n")], {
    env: { ...process.env, TWILIO_AUTH_TOKEN: twilioDefaults.authToken },
  });

  expect(stdout).toContain('"status":"pending"');
  expect(stdout).toContain('"calls":[]');
  expect(stdout).not.toContain("bad_signature");
});
