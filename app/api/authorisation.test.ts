import { describe, expect, test } from "vitest";
import { paramsOf } from "@/e2e/integration/authorisation/params";
import { type Actor, actors, type Outcome } from "@/e2e/integration/authorisation/row";
import { rows } from "@/e2e/integration/authorisation/rows";
import { makeScenes, type Scene } from "@/e2e/integration/authorisation/scene";
import { callRoute, type RouteCall } from "@/e2e/integration/call-route";
import { startSandboxEnv } from "@/e2e/integration/sandbox-env";
import { fieldsOf } from "@/lib/fields";

const sandbox = await startSandboxEnv({ RATE_LIMIT_FACTOR: "1000" });
const { routes } = await import("@/app/api/openapi.json/routes");
const { verbsOf } = await import("@/lib/api/openapi");
const scenes = await makeScenes(sandbox);

const declared = new Map<string, { verb: RouteCall["method"]; path: string; route: unknown }>(
  Object.entries(routes).flatMap(([path, module]) =>
    verbsOf(module).map(([verb, route]) => [`${verb} ${path}`, { verb, path, route }] as const),
  ),
);

test("every route states who gets what, and nothing else is stated", () => {
  expect(Object.keys(rows).toSorted()).toEqual([...declared.keys()].toSorted());
});

const forged = { "x-twilio-signature": "Zm9yZ2Vk" };

/** What the actor shows of themselves: a token, the scheduler's secret, or Twilio's signature. */
function credentials(actor: Actor, { me }: Scene, call: Partial<RouteCall>): Partial<RouteCall> {
  const token = actor === "cron" ? process.env.CRON_SECRET : me?.accessToken;
  const signed = actor === "twilio" && call.form !== undefined;
  const headers = { ...call.headers, ...(!signed && forged) };
  return { headers, ...(token && { token }) };
}

async function outcomeOf(name: string, actor: Actor): Promise<Outcome | string> {
  const target = declared.get(name);
  const row = rows[name];
  if (!target || !row) throw new Error(`There is no ${name}`);
  const scene = scenes[actor];
  const sent = row.send(scene);
  const params = paramsOf(target.path, scene);
  const path = target.path.replace(/\{(\w+)\}/g, (_, key: string) => params[key] ?? "");
  const { status, json } = await callRoute(target.route, {
    method: target.verb,
    ...sent,
    ...credentials(actor, scene, sent),
    path: path + (sent.path ?? ""),
    params,
  });
  const code = fieldsOf(fieldsOf(json).error).code;
  return typeof code === "string" ? code : status;
}

describe.each(Object.keys(rows))("%s", (name) => {
  test("answers each as stated", async () => {
    const got: Partial<Record<Actor, Outcome | string>> = {};
    for (const actor of actors) got[actor] = await outcomeOf(name, actor);
    expect(got).toEqual(rows[name]?.outcomes);
  });
});
