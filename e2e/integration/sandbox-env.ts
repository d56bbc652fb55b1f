/**
 * Integration tests run route handlers in the test's own process, inside the real route runner of
 * Next.js, against the sandbox's Supabase and Twilio on free ports:
 *
 *     const sandbox = await startSandboxEnv();             // once a file, at the top level
 *     const { POST } = await import("@/app/api/.../route"); // after it: clients keep their address
 *     const ada = await sandbox.signIn("+14155550101");
 *     const answer = await callRoute(POST, { path: "/api/...", token: ada.accessToken, body: {} });
 *
 * `sandbox.serve(...)` puts handlers behind PUBLIC_URL, so that the sandbox's Twilio reaches them.
 */
import { afterAll, vi } from "vitest";
import {
  appEnvironment,
  supabaseEnvironment,
  twilioEnvironment,
} from "../../sandbox/environment.ts";
import { type SandboxSupabase, startSupabase } from "../../sandbox/supabase/server.ts";
import { type RunningTwilio, startTwilio } from "../../sandbox/twilio/server.ts";
import { type AppServer, startAppServer } from "./app-server.ts";
import { type Fault, type SeenRequest, startFaultyProxy } from "./faulty-proxy.ts";
import { makeMatch, type Person, signIn } from "./people.ts";

export { callRoute } from "./call-route.ts";

export interface SandboxEnv {
  supabase: SandboxSupabase;
  twilio: RunningTwilio;
  publicUrl: string;
  /** Puts route modules behind PUBLIC_URL. */
  serve: AppServer["serve"];
  /** Turns the clock of the sandbox's Twilio forward. */
  passSeconds(seconds: number): void;
  /** Makes requests of the app to Supabase fail. */
  failSupabase(fault: Fault): void;
  /** What the app has asked of Supabase, oldest first. */
  supabaseRequests: readonly SeenRequest[];
  /**
   * Requests that the app made to Supabase while `work` ran, as `POST /rest/v1/...`; without the
   * sharing of counts, which goes by the clock and keeps nobody waiting.
   */
  requestsDuring(work: () => Promise<unknown>): Promise<string[]>;
  /** A person with this number, made when there is none, and a session of theirs. */
  signIn(phone: string): Promise<Person>;
  /** Makes the people a match; the id of it. */
  makeMatch(...people: Person[]): Promise<string>;
}

/**
 * Starts both sandboxes and sets `process.env` for the route modules that are imported next.
 * Everything is closed after the last test of the file.
 *
 * @param overrides - variables that differ from the sandbox's own; an empty one counts as absent
 */
export async function startSandboxEnv(overrides: Record<string, string> = {}): Promise<SandboxEnv> {
  vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });
  let elapsedMs = 0;
  const app = await startAppServer();
  const twilio = await startTwilio({
    port: 0,
    config: { publicUrl: app.url },
    now: () => Date.now() + elapsedMs,
  });
  const supabase = await startSupabase({
    port: 0,
    dataDir: null,
    migrationsDir: new URL("../../supabase/migrations/", import.meta.url).pathname,
  });
  const proxy = await startFaultyProxy(supabase.url);
  afterAll(async () => {
    await app.close();
    await proxy.close();
    await twilio.close();
    await supabase.close();
  });

  Object.assign(process.env, {
    LOG_LEVEL: "silent",
    ...appEnvironment(app.url),
    ...supabaseEnvironment({ ...supabase, url: proxy.url }),
    ...twilioEnvironment(twilio.url, twilio.config),
    ...overrides,
  });
  return {
    supabase,
    twilio,
    publicUrl: app.url,
    serve: app.serve,
    passSeconds: (seconds) => {
      elapsedMs += seconds * 1000;
    },
    failSupabase: proxy.fail,
    supabaseRequests: proxy.seen,
    requestsDuring: async (work) => {
      const before = proxy.requests.length;
      await work();
      const made = proxy.requests.slice(before);
      return made.filter((request) => !request.endsWith("/rpc/add_uses"));
    },
    signIn: (phone) => signIn(supabase, phone),
    makeMatch: (...people) => makeMatch(supabase, people),
  };
}
