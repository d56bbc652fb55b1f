import fc from "fast-check";
import { describe, test } from "vitest";
import { paramsOf } from "@/e2e/integration/authorisation/params";
import { rows } from "@/e2e/integration/authorisation/rows";
import { makeScenes } from "@/e2e/integration/authorisation/scene";
import { callRoute, type RouteCall } from "@/e2e/integration/call-route";
import { expectSound } from "@/e2e/integration/fuzz/expect-sound";
import { idOf, nearlyRight, requestsTo } from "@/e2e/integration/fuzz/requests";
import { startSandboxEnv } from "@/e2e/integration/sandbox-env";
import type { Route } from "@/lib/api/route";
import { fieldsOf } from "@/lib/fields";

const sandbox = await startSandboxEnv({ RATE_LIMIT_FACTOR: "100000" });
const { routes } = await import("@/app/api/openapi.json/routes");
const { openApiDocument, verbsOf } = await import("@/lib/api/openapi");
const scenes = await makeScenes(sandbox);
const { paths } = openApiDocument(routes, sandbox.publicUrl);

/** Requests to each route. */
const runs = Number(process.env.FUZZ_RUNS ?? 8);
/** The same requests each time, so that a failure comes back; others where it is given. */
const seed = Number(process.env.FUZZ_SEED ?? 20261121);
/** Nothing that anybody sends may keep the app busy for longer. */
const limitMs = 10_000;

interface Target {
  verb: NonNullable<RouteCall["method"]>;
  path: string;
  route: Route;
}

const targets = new Map(
  Object.entries(routes).flatMap(([path, module]) =>
    verbsOf(module).map(([verb, route]): [string, Target] => [
      `${verb} ${path}`,
      { verb, path, route },
    ]),
  ),
);

describe.each(Object.keys(rows))("%s", (name) => {
  const target = targets.get(name);
  if (!target) throw new Error(`There is no ${name}`);
  const { verb, path, route } = target;
  const { declaration } = route;
  const { access } = declaration;
  const operation = paths[path]?.[verb.toLowerCase()];
  const scene = scenes[access === "public" ? "anonymous" : access];
  const token = access === "cron" ? process.env.CRON_SECRET : scene.me?.accessToken;
  const rightParams = paramsOf(path, scene);
  const known = Object.fromEntries(
    Object.entries({ ...scene, room: scene.matchId, request: scene.reportId }).map(
      ([key, value]) => [key, [value]],
    ),
  );

  const usual = rows[name]?.send(scene) ?? {};
  // What a row sends may lack what only some may add.
  const example = Object.values(operation?.requestBody?.content ?? {})[0]?.example;
  const full = usual.body
    ? { ...usual, body: { ...fieldsOf(example), ...fieldsOf(usual.body) } }
    : usual;

  async function expectSoundAnswer(sent: Partial<RouteCall>, params: Record<string, string>) {
    const filled = path.replace(/\{(\w+)\}/g, (_, key: string) =>
      encodeURIComponent((params[key] ?? "").toWellFormed()),
    );
    const answer = await callRoute(route, {
      method: verb,
      ...sent,
      ...(token && { token }),
      path: filled + (sent.path ?? ""),
      params,
    });
    expectSound(answer, declaration, operation);
  }

  test("takes anything without a failure of ours", { timeout: 300_000 }, async () => {
    const made = fc.record({
      sent: requestsTo(declaration, usual, known),
      params: fc.record(
        Object.fromEntries(Object.entries(rightParams).map(([key, id]) => [key, idOf(id)])),
      ),
    });
    const examples = nearlyRight(declaration, full).map(
      (sent): [{ sent: Partial<RouteCall>; params: Record<string, string> }] => [
        { sent, params: rightParams },
      ],
    );
    const property = fc.asyncProperty(made, ({ sent, params }) => expectSoundAnswer(sent, params));
    // What takes nothing answers the same each time.
    const takes = declaration.body ?? declaration.query ?? declaration.params ?? declaration.upload;
    await fc.assert(property, {
      seed,
      examples,
      timeout: limitMs,
      numRuns: examples.length + (takes ? runs : Math.min(runs, 3)),
    });
  });
});
