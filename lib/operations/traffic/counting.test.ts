import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, expect, test, vi } from "vitest";
import { callRoute } from "@/e2e/integration/call-route";
import { setPlainEnv } from "@/e2e/integration/plain-env";
import { close, listen } from "@/sandbox/listen";

/** What the database was given, and how it answers. */
const given: unknown[] = [];
let status = 204;
const database = createServer(async (request, response) => {
  const body = await text(request);
  if (request.url === "/rest/v1/rpc/count_requests") given.push(JSON.parse(body).p_counts);
  response.writeHead(status).end();
});
setPlainEnv({ NEXT_PUBLIC_SUPABASE_URL: await listen(database) });
afterAll(() => close(database));
// Nobody's minute is over in the middle of a test.
vi.useFakeTimers({ toFake: ["Date"] });

const { route } = await import("@/lib/api/route");
const { startRounds } = await import("@/lib/operations/rounds");
const { flushCounts, startCounting } = await import("@/lib/operations/traffic/counting");
startCounting();

const open = route({ access: "public", summary: "Open" }, () => ({}));
const ask = (id: string, path = "/api/things") =>
  callRoute(open, { method: "GET", path: `${path}/${id}`, params: { id } });
const row = { route: "GET /api/things/{id}", outcome: "ok", status: 200 };

test("what is asked is counted by route, in one round trip", async () => {
  await ask("one");
  await ask("two");
  await ask("", "/api/health");
  await flushCounts();
  expect(given).toMatchObject([
    [{ ...row, requests: 2, minute: expect.stringMatching(/:00\.000Z$/) }],
  ]);
  await flushCounts();
  expect(given).toHaveLength(1);
});

test("what the database does not take is counted the next time", async () => {
  given.length = 0;
  await ask("one");
  status = 503;
  await flushCounts();
  await ask("two");
  status = 204;
  await flushCounts();
  expect(given.at(-1)).toMatchObject([{ ...row, requests: 2 }]);
});

test("a webhook that is not signed is counted as refused", async () => {
  given.length = 0;
  const { POST } = await import("@/app/api/twilio/voice/status/route");
  const form = { CallSid: "CA1" };
  const headers = { "x-twilio-signature": "made up" };
  await callRoute(POST, { path: "/api/twilio/voice/status", form, headers });
  await flushCounts();
  expect(given).toMatchObject([
    [
      {
        route: "POST /api/twilio/voice/status",
        outcome: "bad_signature",
        status: 403,
        requests: 1,
      },
    ],
  ]);
});

test("counts are written down a while after a request, for all that came meanwhile", async () => {
  given.length = 0;
  startRounds([flushCounts], 100);
  await Promise.all([ask("one"), ask("two"), ask("three")]);
  expect(given).toMatchObject([[{ ...row, requests: 3 }]]);
  await ask("four");
  expect(given).toHaveLength(2);
});

test("a server that is told to end writes down what is left", async () => {
  given.length = 0;
  startRounds([flushCounts], 60_000);
  const asked = ask("one");
  await vi.waitUntil(() => globalThis.duetRounds?.isUnderWay);
  process.emit("SIGTERM");
  await asked;
  // One that was still being answered.
  await ask("two");
  expect(given).toMatchObject([[{ ...row, requests: 1 }], [{ ...row, requests: 1 }]]);
});
