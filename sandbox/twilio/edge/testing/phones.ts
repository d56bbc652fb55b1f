import { type Browser, chromium } from "@playwright/test";
import twilio from "twilio";
import { afterAll, onTestFinished, vi } from "vitest";
import { chromiumOptions } from "../../../../e2e/chromium.ts";
import type { TwilioSandboxConfig } from "../../../config.ts";
import { startSandbox } from "../../testing/sandbox.ts";
import type { PhoneState } from "./phone-page.ts";
import { startTwimlApp, type Webhook } from "./twiml-app.ts";

const anyOrigin = { "Access-Control-Allow-Origin": "*" };

/** A tenth of a second of silence: the header of a 16 bit, 8 kHz WAV file and zeros. */
const silence = Buffer.concat([
  Buffer.from("524946466406000057415645666d7420100000000100010040", "hex"),
  Buffer.from("1f0000803e00000200100064617461", "hex"),
  Buffer.from("40060000", "hex"),
  Buffer.alloc(1600),
]);

let browser: Promise<Browser> | undefined;

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

interface TokenOptions {
  /** Seconds. */
  ttl?: number;
  secret?: string;
  key?: string;
}

/** A Voice access token as an app mints it with the official SDK. */
export function mintToken(
  config: TwilioSandboxConfig,
  identity: string,
  { ttl = 3600, secret = config.apiSecret, key = config.apiKey }: TokenOptions = {},
): string {
  const { AccessToken } = twilio.jwt;
  const token = new AccessToken(config.accountSid, key, secret, { identity, ttl });
  const outgoingApplicationSid = config.twimlAppSid;
  token.addGrant(new AccessToken.VoiceGrant({ outgoingApplicationSid, incomingAllow: true }));
  return token.toJwt();
}

/** An integrator's app, a sandbox that works for it, and telephones in Chromium. */
export async function startWorld(respond: (webhook: Webhook) => string) {
  const app = await startTwimlApp(respond);
  const sandbox = await startSandbox({ config: { publicUrl: app.origin } });
  const { config, context } = sandbox;

  async function openPhone(token: string, options: Record<string, unknown> = {}) {
    browser ??= chromium.launch(chromiumOptions());
    const page = await (await browser).newPage();
    onTestFinished(() => page.close());
    // The SDK's sounds come from a server on the internet, and an incoming call waits for them.
    await page.route("https://sdk.twilio.com/**", (route) =>
      route.fulfill({ contentType: "audio/wav", headers: anyOrigin, body: silence }),
    );
    await page.goto(`${app.origin}/?sandbox=${encodeURIComponent(sandbox.url)}`);
    await page.waitForFunction(() => "Twilio" in globalThis);
    await page.evaluate(([jwt, more]) => phone.start(jwt, more), [token, options] as const);
    const state = (): Promise<PhoneState> => page.evaluate(() => phone.state);
    return {
      page,
      state,
      register: () => page.evaluate(() => phone.device?.register()),
      connect: (params: Record<string, string>) =>
        page.evaluate((given) => phone.connect(given), params),
      resume: (connectToken: string) => page.evaluate((given) => phone.resume(given), connectToken),
      accept: () => page.evaluate(() => phone.call?.accept()),
      reject: () => page.evaluate(() => phone.call?.reject()),
      hangUp: () => page.evaluate(() => phone.call?.disconnect()),
      /** Resolves once the event has happened so many times. */
      saw: (event: string, times = 1) =>
        page.waitForFunction(
          ([name, count]) => phone.state.events.filter((each) => each === name).length >= count,
          [event, times] as const,
          { timeout: 15_000, polling: 20 },
        ),
      /** Resolves once sound has come out of the call. */
      heard: async () => {
        await page.evaluate(() => {
          phone.state.loudest = 0;
        });
        await page.waitForFunction(() => phone.state.loudest > 0.01, undefined, {
          timeout: 15_000,
        });
      },
      /** Resolves once the call has been silent for half a second. */
      silent: () =>
        page.waitForFunction(
          async () => {
            phone.state.loudest = 0;
            await new Promise((resolve) => setTimeout(resolve, 500));
            return phone.state.loudest < 0.01;
          },
          undefined,
          { timeout: 15_000 },
        ),
      /** Makes a new ICE connection, answered by the edge. */
      restartIce: () => page.evaluate(() => phone.restartIce()),
      /** Resolves once so many more packets, 50 a second, have arrived. */
      receives: (packets: number) => page.evaluate((count) => phone.receive(count), packets),
      failed: (code: number) =>
        page.waitForFunction(
          (wanted) => phone.state.errors.some((error) => error.code === wanted),
          code,
          { timeout: 15_000, polling: 20 },
        ),
    };
  }

  return {
    app,
    sandbox,
    context,
    openPhone,
    /** A telephone that takes calls for an identity. */
    async phoneOf(identity: string, options: Record<string, unknown> = {}) {
      const opened = await openPhone(mintToken(config, identity), options);
      await opened.register();
      return opened;
    },
    /** Status callbacks, as `[CallStatus, SequenceNumber]`, once this many have come for a leg. */
    async statusesOf(leg: "parent" | "child", count: number) {
      const of = () =>
        app.webhooks.filter(
          ({ name, params }) =>
            name === "status" && (leg === "child") === "ParentCallSid" in params,
        );
      await vi.waitUntil(() => of().length >= count, { timeout: 10_000, interval: 10 });
      return of().map(({ params }) => [params.CallStatus, Number(params.SequenceNumber)]);
    },
    /** The parameters of a webhook, once it has come. */
    async webhook(name: string, matches: (params: Record<string, string>) => boolean = () => true) {
      const find = () =>
        app.webhooks.find((each) => each.name === name && matches(each.params))?.params;
      return vi.waitUntil(find, { timeout: 10_000, interval: 10 });
    },
  };
}

/** The TwiML of an ordinary call from one person to another. */
export function dialClient(to: string, attributes = ""): string {
  const events = 'statusCallbackEvent="initiated ringing answered completed"';
  return `<Dial answerOnBridge="true" action="dial-result" ${attributes}>
    <Client statusCallback="status#rc=3&amp;rp=ct,rt,5xx" ${events}>
      <Identity>${to}</Identity><Parameter name="matchId" value="m 1&amp;2"/>
    </Client>
  </Dial>`;
}
