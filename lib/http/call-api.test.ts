import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { callApi } from "@/lib/http/call-api";

const fetchMock = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.stubGlobal("fetch", fetchMock);
  vi.stubGlobal("navigator", { onLine: true });
});
afterEach(() => vi.unstubAllGlobals());

test("a success carries what the route answered", async () => {
  fetchMock.mockResolvedValue(Response.json({ ok: true, status: "pending" }));
  const answer = await callApi("POST", "/api/x", { a: 1 });
  expect(answer).toEqual({ ok: true, data: { ok: true, status: "pending" } });
  expect(fetchMock).toHaveBeenCalledWith(
    "/api/x",
    expect.objectContaining({ method: "POST", body: '{"a":1}' }),
  );
});

test("a failure carries the route's own words and how long to wait", async () => {
  const error = { code: "resend_too_soon", message: "Wait a little.", retryAfterSeconds: 30 };
  fetchMock.mockResolvedValue(Response.json({ ok: false, error }, { status: 429 }));
  expect(await callApi("POST", "/api/x")).toEqual({ ok: false, error });
});

test("a lost network is an answer in words, not an exception", async () => {
  fetchMock.mockRejectedValue(new TypeError("Failed to fetch"));
  vi.stubGlobal("navigator", { onLine: false });
  const answer = await callApi("POST", "/api/x");
  expect(answer).toMatchObject({ ok: false, error: { code: "offline" } });
});

test("an error page of a proxy is no answer either", async () => {
  fetchMock.mockResolvedValue(new Response("<html>Bad gateway</html>", { status: 502 }));
  expect(await callApi("POST", "/api/x")).toMatchObject({ ok: false, error: { code: "offline" } });
});
