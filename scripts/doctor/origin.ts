import twilio from "twilio";
import { z } from "zod";
import { type Finding, findingsOf, reasonOf } from "./finding.ts";
import type { Env } from "./readable.ts";

const { ok, skip, warn, fail } = findingsOf("Public address");
const patienceMs = 15_000;

/** A webhook that only answers; the query is signed along, and proxies like to touch it. */
const probe = "/api/twilio/voice/fallback?from=doctor&again=";
const apology = { CallSid: `CA${"0".repeat(32)}`, CallStatus: "ringing", From: "", To: "a b+c" };

/**
 * Whether the installation is to be reached under PUBLIC_URL, is in good health, and takes what
 * Twilio has signed and nothing else.
 */
export async function checkOrigin(env: Env): Promise<Finding[]> {
  const { protocol, hostname } = new URL(env.publicUrl);
  const isLocal = /^(localhost|127\..*|\[::1\])$/.test(hostname);
  const leadsToTwilio = env.twilio !== null && env.twilio.apiUrl === null;
  if (leadsToTwilio && (isLocal || protocol !== "https:")) {
    const mend = "Set PUBLIC_URL to the https address of the installation, or of a tunnel to it.";
    return [fail("PUBLIC_URL", `Twilio cannot reach ${env.publicUrl}.`, mend)];
  }
  try {
    const live = await ask(`${env.publicUrl}/api/health/live`);
    if (isRedirect(live)) return [redirected(env.publicUrl, live)];
    if (!live.ok) throw new Error(`it answers ${live.status}`);
  } catch (error) {
    const mend = "Start the app, and see that name, certificate and proxy lead to it.";
    return [fail("PUBLIC_URL", `${env.publicUrl} is not this app: ${reasonOf(error)}.`, mend)];
  }
  const rest = await Promise.all([checkHealth(env), checkSignature(env), checkCron(env)]);
  return [ok("PUBLIC_URL", `${env.publicUrl} answers.`), ...rest.flat()];
}

const ask = (url: string, init?: RequestInit) =>
  fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(patienceMs) });

const isRedirect = ({ status }: Response) => status >= 300 && status < 400;

function redirected(from: string, response: Response): Finding {
  const to = response.headers.get("location") ?? "elsewhere";
  const mend = "Set PUBLIC_URL to the address that answers itself: a webhook follows nowhere.";
  return fail("PUBLIC_URL", `${from} redirects to ${to}.`, mend);
}

/** How the app finds each service that it needs. */
const health = z.object({ services: z.record(z.string(), z.string()) });

async function checkHealth({ publicUrl }: Env): Promise<Finding[]> {
  const what = "Health";
  const answer = await askHealth(publicUrl);
  if ("reason" in answer) {
    const detail = `The app does not say how it is: ${answer.reason}.`;
    return [fail(what, detail, "Look at the app's log.")];
  }
  const failing = Object.entries(answer.services)
    .filter(([, state]) => state === "failing")
    .map(([name]) => name);
  if (answer.isWell && failing.length === 0)
    return [ok(what, "All that the app needs answers it.")];
  const detail = `The app cannot reach ${failing.join(", ") || "what it needs"}.`;
  return [fail(what, detail, "Compare its environment with this one, then look at its log.")];
}

async function askHealth(publicUrl: string) {
  try {
    const response = await ask(`${publicUrl}/api/health`);
    return { isWell: response.ok, services: health.parse(await response.json()).services };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** As Twilio asks: https://www.twilio.com/docs/usage/security#validating-requests */
async function checkSignature({ publicUrl, twilio: account }: Env): Promise<Finding[]> {
  const what = "Signatures";
  if (!account) return [skip(what, "Without a Twilio account there is nothing to sign with.")];
  const url = `${publicUrl}${probe}`;
  const signature = twilio.getExpectedTwilioSignature(account.authToken, url, apology);
  try {
    const [signed, forged] = await Promise.all([
      post(url, signature),
      post(url, "bm90IHNpZ25lZA=="),
    ]);
    if (isRedirect(signed)) return [redirected(url, signed)];
    if (forged.ok) {
      const mend = "Something in front of the app answers in its place: take it away.";
      return [fail(what, "A webhook that nobody has signed is answered.", mend)];
    }
    if (signed.ok) return [ok(what, "What Twilio signs is taken, anything else refused.")];
    const mend =
      "Give the running app this PUBLIC_URL and this TWILIO_AUTH_TOKEN, and see that no proxy touches path or query.";
    return [fail(what, `The app refuses what Twilio signs (${signed.status}).`, mend)];
  } catch (error) {
    const mend = "Look at the app's log, and at the proxy in front of it.";
    return [fail(what, `The webhook cannot be asked: ${reasonOf(error)}.`, mend)];
  }
}

function post(url: string, signature: string): Promise<Response> {
  const body = new URLSearchParams(apology);
  return ask(url, { method: "POST", headers: { "x-twilio-signature": signature }, body });
}

/** The right secret would set work off; that a wrong one is refused says whether there is one. */
async function checkCron({ publicUrl, cron }: Env): Promise<Finding[]> {
  if (!cron) return [];
  const what = "CRON_SECRET";
  const wrong = { authorization: "Bearer not-the-secret-of-this-installation" };
  const answer = await ask(`${publicUrl}/api/cron/accounts`, { headers: wrong }).catch(() => null);
  if (answer?.status === 401) return [ok(what, "Scheduled work is closed to others.")];
  const detail = answer
    ? `A wrong secret is answered with ${answer.status}, not 401.`
    : "No answer.";
  return [warn(what, detail, "Start the app with the CRON_SECRET that is set here.")];
}
