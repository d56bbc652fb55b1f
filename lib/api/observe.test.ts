import pino from "pino";
import { beforeEach, expect, test } from "vitest";
import { callRoute } from "@/e2e/integration/call-route";
import { setPlainEnv } from "@/e2e/integration/plain-env";
import { ApiError } from "@/lib/api/errors";

setPlainEnv({ LOG_LEVEL: "info" });
const { observe } = await import("@/lib/api/observe");
const { route } = await import("@/lib/api/route");
const { log } = await import("@/lib/log");

const lines: string[] = [];
Reflect.set(log, pino.symbols.streamSym, { write: (line: string) => lines.push(line) });
beforeEach(() => {
  lines.length = 0;
});

/** The lines about requests, but for their time. */
const requests = () =>
  lines.map((line) => JSON.parse(line)).filter(({ msg }: { msg: string }) => msg === "request");
const ada = "00000000-0000-4000-8000-000000000101";

test("a request leaves one line: its id, route, outcome and duration, and nothing that it carried", async () => {
  const greet = route({ access: "public", summary: "Greet" }, () => ({ name: "Ada" }));
  const path = "/api/people/%2B14155550101?code=739114";
  const answer = await callRoute(greet, {
    ...{ path, body: { bio: "I like the sea" }, params: { id: "+14155550101" } },
    headers: { "user-agent": "Sea Browser" },
    token: "a.b.c",
    ip: "192.0.2.7",
  });
  expect(requests()).toEqual([
    {
      ...{ level: 30, time: expect.any(Number), msg: "request" },
      requestId: answer.headers.get("x-request-id"),
      route: "POST /api/people/{id}",
      status: 200,
      outcome: "ok",
      ms: expect.any(Number),
    },
  ]);
  expect(lines.join()).not.toMatch(/4155550101|739114|sea|192\.0\.2\.7|a\.b\.c/i);
});

test("one that is refused says why by the code of its answer", async () => {
  const refuse = route({ access: "public", summary: "Refuse" }, () => {
    throw new ApiError("busy", "They are talking to somebody else.");
  });
  await callRoute(refuse, { path: "/api/calls" });
  expect(requests()).toMatchObject([{ status: 409, outcome: "busy", route: "POST /api/calls" }]);
});

test("a person is the same in all of their lines, and nobody can tell who it is", async () => {
  const ask = (userId: string) =>
    observe(new Request("https://duet.example/api/calls"), undefined, async (seen) => {
      seen.userId = userId;
      return new Response();
    });
  await ask(ada);
  await ask(ada);
  await ask("00000000-0000-4000-8000-000000000102");
  const [first, second, other] = requests().map(({ user }: { user: string }) => user);
  expect(first).toMatch(/^[\w-]{16}$/);
  expect(second).toBe(first);
  expect(other).not.toBe(first);
  expect(lines.join()).not.toContain(ada);
});

test("watchers, who ask all the time, leave none", async () => {
  const live = route({ access: "public", summary: "Live" }, () => ({}));
  await callRoute(live, { method: "GET", path: "/api/health/live" });
  expect(requests()).toEqual([]);
});
