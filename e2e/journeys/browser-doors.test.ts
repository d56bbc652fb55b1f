import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { variableNames } from "../../lib/env.schema.ts";
import { sandboxEnvironment } from "../../sandbox/start.ts";
import { appUrl, supabasePort, twilioPort } from "../addresses.ts";
import { expect, test } from "../fixtures.ts";
import { befriend, createPerson } from "../people.ts";

const environment = sandboxEnvironment({ appUrl, supabasePort, twilioPort, dataDir: null });
const secrets = Object.entries(environment).filter(([name]) =>
  /(SECRET|AUTH_TOKEN|PRIVATE_KEY)/.test(name),
);
const serverNames = variableNames.filter((name) => !name.startsWith("NEXT_PUBLIC_"));

const markup = `<script>slipped("inline")</script>
  <script src="https://elsewhere.example/script.js"></script>
  <img src="https://elsewhere.example/pixel.png" onerror="slipped('attribute')">
  <iframe src="https://elsewhere.example/"></iframe>
  <style>body { display: none }</style>
  <base href="https://elsewhere.example/">`;

test("a page runs and reaches nothing that was slipped into it", async ({
  openBrowser,
  expectedErrors,
}) => {
  expectedErrors.push(/Content Security Policy/, /Refused to/, /Failed to fetch/);
  const page = await (await openBrowser()).newPage();
  const seen = await slipIn(page, "/signin");
  await expect
    .poll(seen)
    .toEqual([
      "base-uri",
      "connect-src",
      "frame-src",
      "img-src",
      "script-src",
      "script-src-attr",
      "script-src-elem",
      "style-src-elem",
    ]);
});

test("no other page can hold one of ours in a frame", async ({ openBrowser, expectedErrors }) => {
  expectedErrors.push(/frame-ancestors|X-Frame-Options|Refused to/);
  const page = await (await openBrowser()).newPage();
  await page.setContent(`<iframe src="${appUrl}/signin"></iframe>`);
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("textbox", { name: "Phone number" })).toHaveCount(0);
});

test("every page's scripts carry the nonce of its own answer", async ({ signIn }) => {
  const [ada, matchId] = await withMatch(await signIn("Ada"));
  const { request } = ada.context;
  const seen = new Set<string>();
  const open = ["/", "/safety", "/docs/api", "/goodbye", "/no/such/page"];
  const own = ["/matches", `/matches/${matchId}`, "/discover", "/calls", "/phone", "/settings"];
  for (const path of [...open, ...own]) {
    const answer = await request.get(path);
    const [, nonce = "none"] =
      /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"] ?? "") ?? [];
    const html = await answer.text();
    const scripts = html.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length, `scripts of ${path}`).toBeGreaterThan(0);
    expect(
      scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`)),
      `scripts of ${path} without its nonce`,
    ).toEqual([]);
    for (const [name, value] of secrets)
      expect(html.includes(value), `${name} in ${path}`).toBe(false);
    seen.add(nonce);
  }
  expect(seen.size).toBe(open.length + own.length);
});

test("no parameter leads to another site", async ({ signIn }) => {
  const { context } = await signIn("Ada");
  const elsewhere = [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "/%09/evil.example",
  ];
  for (const path of ["/signin", "/welcome"]) {
    for (const next of elsewhere) {
      const address = `${path}?next=${encodeURIComponent(next)}`;
      const answer = await context.request.get(address, { maxRedirects: 0 });
      const target = new URL(answer.headers().location ?? "", appUrl);
      expect(target.origin, `where ${address} leads`).toBe(appUrl);
    }
  }
});

test("what browsers are sent holds no secret, and no name of one", async () => {
  const folder = fileURLToPath(new URL("../../.next/static", import.meta.url));
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map((file) => readFile(`${file.parentPath}/${file.name}`, "latin1")),
  );
  const holds = (wanted: string) => texts.some((text) => text.includes(wanted));
  // What is public is found, so that what is not found is not there.
  expect(holds(environment.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY ?? "")).toBe(true);
  expect(secrets.length).toBeGreaterThan(4);
  expect(secrets.filter(([, value]) => holds(value)).map(([name]) => name)).toEqual([]);
  const named = (name: string) => new RegExp(`(?<![A-Z_])${name}(?![A-Z_])`);
  expect(serverNames.filter((name) => texts.some((text) => named(name).test(text)))).toEqual([]);
});

async function withMatch<P extends { id: string; name: string; email: string }>(ada: P) {
  return [ada, await befriend(ada, await createPerson("Ben"))] as const;
}

/** Has a page come with an attacker's markup in it, and notes what of it runs and what is refused. */
async function slipIn(page: Page, path: string): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const seen = new Set<string>();
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) =>
      seen.add(effectiveDirective),
    );
    Object.assign(window, { seen, slipped: (what: string) => seen.add(`${what} ran`) });
  });
  await page.route(path, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace("</body>", `${markup}</body>`);
    await route.fulfill({ response, body });
  });
  await page.goto(path);
  await page.evaluate(() => {
    setTimeout(() => setTimeout("slipped('text')"));
    void fetch("https://elsewhere.example/").catch(() => undefined);
  });
  return () => page.evaluate(() => [...Reflect.get(window, "seen")].sort());
}
