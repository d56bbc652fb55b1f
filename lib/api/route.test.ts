import { describe, expect, test } from "vitest";
import { z } from "zod";
import { callRoute } from "@/e2e/integration/call-route";
import { setPlainEnv } from "@/e2e/integration/plain-env";
import { ApiError } from "@/lib/api/errors";
import type { Declaration, Route } from "@/lib/api/route";

setPlainEnv();
const { route } = await import("@/lib/api/route");
const { countHere } = await import("@/lib/api/counts-here");

const open = { access: "public", summary: "Try it" } satisfies Declaration;
const openLimit = { name: "open-address", max: 600, windowSeconds: 60 };
const get = (handler: Route, path = "/try", params?: Record<string, string>) =>
  callRoute(handler, { method: "GET", path, ...(params && { params }) });

describe("an answer", () => {
  test("says ok beside what the handler returns, and is not stored", async () => {
    const answer = await get(route(open, () => ({ name: "Ada" })));
    expect(answer).toMatchObject({ status: 200, json: { ok: true, name: "Ada" } });
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  test("may be the handler's own response, whose caching stands", async () => {
    const own = new Response("<Response/>", {
      headers: { "content-type": "text/xml", "cache-control": "max-age=60" },
    });
    const answer = await get(route(open, () => own));
    expect(answer).toMatchObject({ status: 200, text: "<Response/>" });
    expect(answer.headers.get("cache-control")).toBe("max-age=60");
  });

  test("to a failure has code, sentence, fields, wait and the id that the header has", async () => {
    const failing = route(open, () => {
      const details = { fields: { code: "is wrong" }, retryAfterSeconds: 7 };
      throw new ApiError("too_many_checks", "Too often.", details);
    });
    const answer = await get(failing);
    expect(answer.status).toBe(429);
    expect(answer.headers.get("retry-after")).toBe("7");
    expect(answer.json).toEqual({
      ok: false,
      error: {
        code: "too_many_checks",
        message: "Too often.",
        requestId: answer.headers.get("x-request-id"),
        fields: { code: "is wrong" },
        retryAfterSeconds: 7,
      },
    });
  });

  test("to a bug tells nothing of it", async () => {
    const broken = route(open, () => {
      throw new Error("password is hunter2");
    });
    const answer = await get(broken);
    expect(answer).toMatchObject({ status: 500, json: { error: { code: "internal_error" } } });
    expect(answer.text).not.toMatch(/hunter2|at /);
  });

  test("to a service that does not answer asks to try again", async () => {
    const waiting = route(open, async () => {
      await fetch("http://127.0.0.1:9/");
      return {};
    });
    const answer = await get(waiting);
    expect(answer).toMatchObject({ status: 503, json: { error: { code: "unavailable" } } });
    expect(answer.headers.get("retry-after")).toBe("5");
  });
});

describe("input", () => {
  const handler = route(
    {
      ...open,
      body: z.object({ count: z.int("must be a whole number").min(1, "must be at least 1") }),
    },
    ({ body }) => ({ doubled: body.count * 2 }),
  );

  test("that fits reaches the handler typed", async () => {
    const answer = await callRoute(handler, { path: "/try", body: { count: 21, more: true } });
    expect(answer.json).toEqual({ ok: true, doubled: 42 });
  });

  test.each([
    [{ count: "x" }, { count: "must be a whole number" }],
    [{ count: 0 }, { count: "must be at least 1" }],
    [{}, { count: "must be a whole number" }],
  ])("%j is refused with a sentence for the field", async (body, fields) => {
    const answer = await callRoute(handler, { path: "/try", body });
    expect(answer).toMatchObject({
      status: 400,
      json: { error: { code: "invalid_request", fields } },
    });
  });

  test("without an end is refused before it is read to it", async () => {
    let kilobytes = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        kilobytes += 1;
        // A handler that reads on and on must fail the test, not the machine.
        if (kilobytes > 2_000) controller.close();
        else controller.enqueue(new Uint8Array(1024).fill(32));
      },
    });
    const init = { method: "POST", body: endless, duplex: "half" } as const;
    const response = await handler(new Request("https://duet.example/try", init));
    expect(response.status).toBe(413);
    expect(kilobytes).toBeLessThan(100);
  });

  test("of several bytes a letter is read whole", async () => {
    const echo = route({ ...open, body: z.object({ name: z.string() }) }, ({ body }) => body);
    const answer = await callRoute(echo, { path: "/try", body: { name: "Zoë 🙂".repeat(2_000) } });
    expect(answer.json).toEqual({ ok: true, name: "Zoë 🙂".repeat(2_000) });
  });

  test("comes from the query and the path too", async () => {
    const both = route(
      {
        ...open,
        query: z.object({ limit: z.coerce.number("must be a number").default(20) }),
        params: z.object({ id: z.uuid("must be a uuid") }),
      },
      ({ query, params }) => ({ ...query, ...params }),
    );
    const id = "00000000-0000-4000-8000-000000000101";
    expect((await get(both, "/try?limit=5", { id })).json).toEqual({ ok: true, limit: 5, id });
    expect((await get(both, "/try", { id })).json).toMatchObject({ limit: 20 });
    expect(await get(both, "/try?limit=x", { id })).toMatchObject({ status: 400 });
    expect(await get(both, "/try", { id: "7" })).toMatchObject({
      json: { error: { fields: { id: "must be a uuid" } } },
    });
  });
});

describe("a file", () => {
  const handler = route(
    { ...open, upload: { types: ["image/png", "image/jpeg"], maxBytes: 2048 } },
    ({ file }) => ({ type: file.type, bytes: [...file.bytes] }),
  );
  const send = (body: BodyInit | null, type?: string) =>
    handler(
      new Request("https://duet.example/try", {
        method: "PUT",
        body,
        ...(type && { headers: { "content-type": type } }),
        ...(body instanceof ReadableStream && { duplex: "half" }),
      }),
    );

  test("reaches the handler byte for byte", async () => {
    const answer = await send(new Uint8Array([0, 255, 10]), "Image/PNG; name=me");
    expect(await answer.json()).toEqual({ ok: true, type: "image/png", bytes: [0, 255, 10] });
  });

  test.each([
    ["of another type", new Uint8Array(3), "text/html", 415, "unsupported_media_type"],
    ["of no type", new Uint8Array(3), undefined, 415, "unsupported_media_type"],
    ["that is empty", new Uint8Array(0), "image/png", 400, "invalid_request"],
    ["that is too large", new Uint8Array(2049), "image/png", 413, "payload_too_large"],
  ])("%s is refused", async (_what, body, type, status, code) => {
    const answer = await send(body, type);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ ok: false, error: { code } });
  });

  test("that hides its size is refused as soon as it is too large", async () => {
    let kilobytes = 0;
    const growing = new ReadableStream<Uint8Array>({
      pull(controller) {
        kilobytes += 1;
        if (kilobytes > 100) controller.close();
        else controller.enqueue(new Uint8Array(1024));
      },
    });
    expect((await send(growing, "image/png")).status).toBe(413);
    expect(kilobytes).toBeLessThan(10);
  });

  test("is published with its types and size", async () => {
    const { openApiDocument } = await import("@/lib/api/openapi");
    const { paths } = openApiDocument({ "/try": { PUT: handler } }, "https://duet.example");
    expect(paths["/try"]?.put).toMatchObject({
      description: expect.stringMatching(/The file may have 2 kB\.$/),
      requestBody: { content: { "image/png": {}, "image/jpeg": {} } },
      responses: { 413: {}, 415: {} },
    });
  });
});

describe("a route that anybody may call", () => {
  const handler = route(open, () => ({}));
  const call = (ip: string) => callRoute(handler, { method: "GET", path: "/try", ip });

  test("says how much of its limit an address has left, then refuses with the wait in words", async () => {
    const first = await call("192.0.2.1");
    expect(first.headers.get("ratelimit-policy")).toBe('"open-address";q=600;w=60');
    expect(first.headers.get("ratelimit")).toMatch(/^"open-address";r=599;t=(60|59)$/);
    for (let n = 0; n < 599; n += 1) countHere({ limit: openLimit, subject: "192.0.2.1" });

    const refused = await call("192.0.2.1");
    expect(refused).toMatchObject({
      status: 429,
      json: { error: { code: "rate_limited", message: expect.stringMatching(/in \d+ seconds/) } },
    });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(50);
    expect(refused.headers.get("ratelimit")).toMatch(/r=0;/);
    expect((await call("192.0.2.2")).status).toBe(200);
  });

  test("does not make everybody share one limit when nothing says whose address it is", async () => {
    const answer = await callRoute(handler, { method: "GET", path: "/try" });
    expect(answer.headers.get("ratelimit")).toBeNull();
  });
});

test("who guesses again and again is told to stop, and what is right is let in all the same", async () => {
  const heard = route({ access: "twilio", summary: "Hear" }, () => ({}));
  const ip = "192.0.2.9";
  const guess = () =>
    callRoute(heard, { path: "/try", form: {}, ip, headers: { "x-twilio-signature": "AAAA" } });
  const statuses = [];
  for (let n = 0; n < 121; n += 1) statuses.push((await guess()).status);
  expect([statuses[0], statuses[119], statuses[120]]).toEqual([403, 403, 429]);
  expect((await callRoute(heard, { path: "/try", form: {}, ip })).status).toBe(200);
});

test.each([undefined, "", "junk", "a.b.c"])("the token %j signs nobody in", async (token) => {
  const mine = route({ access: "user", summary: "Mine" }, ({ userId }) => ({ userId }));
  const answer = await callRoute(mine, { method: "GET", path: "/try", ...(token && { token }) });
  expect(answer).toMatchObject({ status: 401, json: { error: { code: "unauthorized" } } });
});
