import { variableNames } from "../../lib/env.schema.ts";
import { type Finding, findingsOf } from "./finding.ts";
import type { readWhatIsThere } from "./readable.ts";

const { ok, warn, fail } = findingsOf("Environment");

export interface Given extends ReturnType<typeof readWhatIsThere> {
  variables: NodeJS.ProcessEnv;
  /** Names that stand in .env files. */
  namesInFiles: readonly string[];
}

/** Names that the app reads itself, or that the sandbox and the tests read. */
const otherNames = /^(NODE_|NEXT_TELEMETRY|PORT$|SANDBOX_|NEXT_PUBLIC_SANDBOX_URL$|CHROMIUM_)/;
const firstWordOf = (name: string) => name.split("_", 1)[0];
/** A name that begins like one of ours was meant to be one. */
const firstWords = new Set(variableNames.map(firstWordOf));

/** What can be told from the variables alone. */
export function checkEnvironment(given: Given): Finding[] {
  return [
    ...wellFormed(given),
    ...misspelt(given),
    ...deployment(given),
    ...sandboxLeftovers(given),
    ...scheduler(given),
    ...alerts(given),
    ...limits(given),
  ];
}

function wellFormed({ problems, namesInFiles }: Given): Finding[] {
  if (problems.length === 0) return [ok("Variables", "All that are set are well-formed.")];
  const file = namesInFiles.length > 0 ? ".env.local" : ".env.local (.env.example is its pattern)";
  return problems.map(({ name, message }) =>
    fail(name, `It ${message}.`, `Set it in ${file} or in the host's settings.`),
  );
}

function misspelt({ namesInFiles }: Given): Finding[] {
  const known = new Set(variableNames);
  return namesInFiles
    .filter((name) => !known.has(name) && !otherNames.test(name))
    .filter((name) => firstWords.has(firstWordOf(name)))
    .map((name) =>
      warn(name, "Nothing reads a variable of this name.", "Compare it with .env.example."),
    );
}

function deployment({ env, unreadable }: Given): Finding[] {
  const isLocal = unreadable.has("app") || !env.publicUrl.startsWith("https:");
  if (env.deployment === "production") {
    return [ok("Deployment", "production: everybody in CALL_ALLOWED_COUNTRIES can be reached.")];
  }
  const list = env.outbound.allowList;
  if (list.length === 0) {
    const mend = "Put the team's own numbers into OUTBOUND_ALLOW_LIST, or go to production.";
    return [warn("Deployment", `${env.deployment}: nobody can be texted or called.`, mend)];
  }
  const detail = `${env.deployment}: only ${list.join(", ")} can be texted and called.`;
  if (isLocal) return [ok("Deployment", detail)];
  return [warn("Deployment", detail, "To go live, set DEPLOYMENT_ENV=production.")];
}

/** What the sandbox uses is known to everyone. */
function sandboxLeftovers({ env, variables, namesInFiles }: Given): Finding[] {
  if (env.deployment !== "production") return [];
  const found: Finding[] = [];
  for (const name of ["APP_SECRET", "CRON_SECRET"]) {
    if (!variables[name]?.startsWith("known-to-everyone")) continue;
    const make = "Make one of your own: openssl rand -base64 36.";
    found.push(fail(name, "It is the sandbox's, which everybody can read.", make));
  }
  for (const name of ["TWILIO_API_URL", "NEXT_PUBLIC_SANDBOX_URL"]) {
    if (!variables[name]) continue;
    const where = namesInFiles.includes(name) ? "the .env file" : "the environment";
    found.push(fail(name, "It leads away from Twilio.", `Remove it from ${where} and build anew.`));
  }
  if (env.authEmailDomain.endsWith(".example")) {
    const mend = "Set it to a domain of yours that receives no mail, before the first sign-in.";
    found.push(warn("AUTH_EMAIL_DOMAIN", `${env.authEmailDomain} is not yours.`, mend));
  }
  return found;
}

function scheduler({ env, problems }: Given): Finding[] {
  if (env.cron || problems.some(({ name }) => name === "CRON_SECRET")) return [];
  const detail = "It is not set: lost callbacks are not made up for, and nothing is cleaned up.";
  return [warn("CRON_SECRET", detail, "openssl rand -base64 24, then see docs/operations.md.")];
}

function alerts({ env, problems }: Given): Finding[] {
  if (env.alerts.webhook || env.deployment !== "production") return [];
  if (problems.some(({ name }) => name.startsWith("ALERT_"))) return [];
  const detail = "It is not set: nobody is told when something goes wrong.";
  return [warn("ALERT_WEBHOOK_URL", detail, "Set it to where alerts go: docs/observability.md.")];
}

function limits({ env }: Given): Finding[] {
  const found: Finding[] = [];
  if (env.rateLimitFactor !== 1) {
    const detail = `Every limit is multiplied by ${env.rateLimitFactor}.`;
    found.push(warn("RATE_LIMIT_FACTOR", detail, "Leave it at 1 outside of load tests."));
  }
  if (env.trustedProxies === 0) {
    const detail = "No proxy is believed: all clients share the limits of one address.";
    found.push(
      warn("TRUSTED_PROXIES", detail, "Count the proxies in front of the app; usually 1."),
    );
  }
  return found;
}
