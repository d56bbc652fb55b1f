import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { type Browser, chromium } from "@playwright/test";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { chromiumOptions } from "../../e2e/chromium.ts";
import { startTwimlApp } from "../twilio/edge/testing/twiml-app.ts";
import { clientOf } from "../twilio/testing/client.ts";
import { startSandbox } from "../twilio/testing/sandbox.ts";

// A browser starts, rings and negotiates in it.
vi.setConfig({ testTimeout: 30_000 });

const ada = { name: "Ada", number: "+14155550101" };
const ben = { name: "Ben", number: "+14155550102" };

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch(chromiumOptions());
});
afterAll(() => browser.close());

/** A sandbox whose main line asks for a key and then calls Ben, and its console in a browser. */
async function openConsole() {
  const app = await startTwimlApp(({ name, params }) => {
    if (name === "incoming") {
      return `<Gather numDigits="1" action="menu"><Say>Press a key.</Say></Gather>`;
    }
    if (name !== "menu") return "";
    return `<Say>You pressed ${params.Digits}.</Say><Dial answerOnBridge="true">
      <Number>${ben.number}</Number></Dial>`;
  });
  const sandbox = await startSandbox({
    config: { publicUrl: app.origin, phones: [ada, ben], speechCharactersPerSecond: 1000 },
  });
  const context = await browser.newContext();
  const page = await context.newPage();
  onTestFinished(() => context.close());
  const problems: string[] = [];
  page.on("console", (line) => line.type() === "error" && problems.push(line.text()));
  page.on("pageerror", ({ message }) => problems.push(message));
  await page.goto(sandbox.url);
  return { sandbox, page, problems, adas: phoneIn(page, "Ada"), bens: phoneIn(page, "Ben") };
}

function phoneIn(page: Page, name: string) {
  const phone = page.getByRole("article", { name: `Phone of ${name}` });
  const button = (label: string) => phone.getByRole("button", { name: label, exact: true });
  const level = (label: string) => phone.getByRole("meter", { name: label });
  return {
    phone,
    button,
    async use() {
      await button("Use this phone").click();
      await button("Stop using it").waitFor();
    },
    async call(number: string) {
      await phone.getByText("Call…").click();
      await phone.getByLabel("Number").fill(number);
      await button("Call").click();
    },
    caption: (text: string) => phone.getByRole("log").getByText(text).waitFor(),
    heard: () =>
      expect
        .poll(() => level("Them").evaluate((meter: HTMLMeterElement) => meter.value))
        .toBeGreaterThan(0.01),
  };
}

test("two telephones in the page talk after a key was pressed, and the page is usable", async () => {
  const { sandbox, page, problems, adas, bens } = await openConsole();
  await adas.use();
  await bens.use();
  await adas.call(sandbox.config.phoneNumber);
  await adas.caption("Press a key.");
  await adas.button("7").press("7");
  await adas.caption("You pressed 7.");
  await expect.poll(() => bens.phone.getByRole("status").textContent()).toContain("Rings");
  expect(await bens.phone.textContent()).toContain("Ada");
  await bens.button("Answer").click();
  await Promise.all([adas.heard(), bens.heard()]);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  await bens.button("Star").click();
  const { phones } = sandbox.context;
  await expect.poll(() => phones.currentCall(ada.number)?.heardDigits).toBe("*");
  await bens.button("Hang up").click();
  await adas.phone.getByText("Call…").waitFor();
  expect(phones.calls(ada.number)[0]?.call.status).toBe("completed");
  expect(problems).toEqual([]);
});

test("without a microphone a person still answers, listens and presses keys", async () => {
  const { sandbox, page, adas, bens } = await openConsole();
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      throw new DOMException("No", "NotAllowedError");
    };
  });
  await page.reload();
  await bens.use();
  const call = { to: sandbox.config.phoneNumber, digits: "1", says: "A long greeting" };
  await fetch(`${sandbox.url}/phones/${ada.number}/call`, {
    method: "POST",
    body: JSON.stringify(call),
  });
  await bens.button("Answer").click();
  await expect.poll(() => bens.phone.getByRole("alert").textContent()).toMatch(/are not heard/);
  await bens.heard();
  await bens.button("5").click();
  const { phones } = sandbox.context;
  await expect.poll(() => phones.currentCall(ada.number)?.heardDigits).toBe("5");
  await adas.button("Hang up").click();
  await expect.poll(() => phones.currentCall(ben.number)).toBeUndefined();
});

test("a phone that waits for a person is answered from the page without sound", async () => {
  const { sandbox, adas } = await openConsole();
  await adas.phone.getByRole("combobox").selectOption("Waits for you");
  await expect.poll(() => sandbox.context.phones.behaviour(ada.number).answer).toBe("manual");
  await clientOf(sandbox).calls.create({
    to: ada.number,
    from: sandbox.config.phoneNumber,
    twiml: "<Response><Say>Good evening</Say><Pause length='600'/></Response>",
  });
  await adas.button("Answer").click();
  await adas.caption("Good evening");
  await adas.button("Hang up").click();
  await expect
    .poll(() => sandbox.context.phones.calls(ada.number)[0]?.call.status)
    .toBe("completed");
});
