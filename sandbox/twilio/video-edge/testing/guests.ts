import { type Browser, chromium, type Page } from "@playwright/test";
import twilio from "twilio";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import { chromiumOptions } from "../../../../e2e/chromium.ts";
import type { TwilioSandboxConfig } from "../../../config.ts";
import { mintToken } from "../../edge/testing/phones.ts";
import type { RoomSettings } from "../../rooms/room.ts";
import type { TwilioOptions } from "../../server.ts";
import { startSandbox } from "../../testing/sandbox.ts";
import type { GuestOptions } from "./guest-page.ts";
import { startPageServer } from "./page-server.ts";

let browser: Browser;
let pages: Awaited<ReturnType<typeof startPageServer>>;

/** One browser and one page server for all the tests of a file. */
export function prepareBrowser(): void {
  beforeAll(async () => {
    pages = await startPageServer();
    browser = await chromium.launch(chromiumOptions());
  });
  afterAll(async () => {
    await browser.close();
    await pages.close();
  });
}

export interface TokenOptions {
  room?: string;
  /** Seconds. */
  ttl?: number;
  secret?: string;
  accountSid?: string;
}

/** A Video access token as an app mints it with the official SDK. */
function mintVideoToken(
  config: TwilioSandboxConfig,
  identity: string,
  {
    room,
    ttl = 3600,
    secret = config.apiSecret,
    accountSid = config.accountSid,
  }: TokenOptions = {},
): string {
  const { AccessToken } = twilio.jwt;
  const token = new AccessToken(accountSid, config.apiKey, secret, { identity, ttl });
  token.addGrant(new AccessToken.VideoGrant({ room }));
  return token.toJwt();
}

export type Guest = Awaited<ReturnType<typeof openGuest>>;

/** A page with the SDK, which has to go without a word on its console. */
async function openGuest(sandboxUrl: string) {
  const page = await browser.newPage();
  const complaints: string[] = [];
  let announced = /^$/;
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  onTestFinished(async () => {
    await page.close();
    expect(complaints.filter((each) => !announced.test(each))).toEqual([]);
  });
  await page.goto(`${pages.origin}/?sandbox=${encodeURIComponent(sandboxUrl)}`);
  await page.waitForFunction(() => "Twilio" in globalThis);
  return {
    page,
    /** The test is about something that the SDK logs as an error. */
    mayComplain: (of: RegExp) => {
      announced = of;
    },
    ...actionsOf(page),
  };
}

function actionsOf(page: Page) {
  const wait = { timeout: 15_000, polling: 50 };
  return {
    state: () => page.evaluate(() => guest.state),
    connect: (token: string, options: GuestOptions = {}) =>
      page.evaluate(([jwt, more]) => guest.connect(jwt, more), [token, options] as const),
    /** Makes a new ICE connection, answered by the edge. */
    restartIce: () => page.evaluate(() => guest.restartIce()),
    leave: () => page.evaluate(() => void guest.room?.disconnect()),
    share: (name: string) => page.evaluate((given) => guest.share(given), name),
    unshare: (name: string) => page.evaluate((given) => guest.unshare(given), name),
    setEnabled: (kind: "audio" | "video", enabled: boolean) =>
      page.evaluate(([what, how]) => guest.setEnabled(what, how), [kind, enabled] as const),
    /** Resolves once the event has happened so many times. */
    saw: (event: string, times = 1) =>
      page.waitForFunction(
        ([name, count]) => guest.state.events.filter((each) => each === name).length >= count,
        [event, times] as const,
        wait,
      ),
    /** Resolves once so many more pictures of somebody's have been decoded. */
    sees: (identity: string, { index = 0, frames = 10 } = {}) =>
      page.evaluate(([who, which, count]) => guest.see(who, which, count), [
        identity,
        index,
        frames,
      ] as const),
    /** Resolves once more sound of somebody's has been heard. */
    hears: (identity: string) => page.evaluate((who) => guest.hear(who), identity),
    /** Resolves once each of them has been seen and heard some more. */
    meets: (identities: readonly string[], { frames = 10 } = {}) =>
      page.evaluate(([who, count]) => guest.meet(who, count), [identities, frames] as const),
    /** Puts somebody's picture on the page, or takes it away. */
    show: (identity: string) => page.evaluate((who) => guest.show(who), identity),
    hide: (identity: string) => page.evaluate((who) => guest.hide(who), identity),
    /** Resolves once no more pictures of somebody's come. */
    rests: (identity: string) => page.evaluate((who) => guest.rest(who), identity),
    /** How many sections the SDP has grown to. */
    sections: () => page.evaluate(() => guest.sections()),
    frames: (identity: string, index = 0) =>
      page.evaluate(([who, which]) => guest.frames(who, which), [identity, index] as const),
    size: (identity: string, index = 0) =>
      page.evaluate(([who, which]) => guest.size(who, which), [identity, index] as const),
    /** Resolves with the error that ended the stay or kept the guest out. */
    failed: async () => {
      await page.waitForFunction(() => guest.state.error !== null, undefined, wait);
      return page.evaluate(() => guest.state.error);
    },
  };
}

/** A sandbox with one room, and guests that join it. */
export async function startRoom(
  settings: Partial<RoomSettings> = {},
  config: TwilioOptions["config"] = {},
) {
  const sandbox = await startSandbox({ config });
  const room = sandbox.context.rooms.create({ uniqueName: "match-1", ...settings });
  const open = () => openGuest(sandbox.url);
  return {
    sandbox,
    context: sandbox.context,
    room,
    open,
    token: (identity: string, options: TokenOptions = {}) =>
      mintVideoToken(sandbox.config, identity, { room: room.sid, ...options }),
    voiceToken: (identity: string) => mintToken(sandbox.config, identity),
    /** Somebody in the room. */
    async join(identity: string, options: GuestOptions = {}): Promise<Guest> {
      const guest = await open();
      const token = mintVideoToken(sandbox.config, identity, { room: room.sid });
      await guest.connect(token, { name: room.sid, ...options });
      expect((await guest.state()).error).toBeNull();
      return guest;
    },
  };
}
