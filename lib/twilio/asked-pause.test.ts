import twilio from "twilio";
import { expect, test, vi } from "vitest";
import { askedPause, heedPauses } from "@/lib/twilio/asked-pause";

const minute = 60_000;

test("a pause that Twilio asks for counts until it is over, and the longest counts", async () => {
  const client = new twilio.RequestClient();
  const send = vi.spyOn(client, "request");
  heedPauses(client);
  const answer = (statusCode: number, headers: object) => {
    send.mockResolvedValueOnce({ statusCode, body: "", headers });
    return client.request({ method: "get", uri: "https://api.twilio.com/" });
  };
  await answer(200, { "retry-after": "30" });
  await answer(429, {});
  await answer(429, { "retry-after": "soon" });
  expect(askedPause()).toBe(0);

  expect((await answer(429, { "retry-after": "30" })).statusCode).toBe(429);
  await answer(429, { "retry-after": "5" });
  expect(askedPause()).toBeGreaterThan(28);
  expect(askedPause(Date.now() + 31_000)).toBe(0);

  await answer(429, { "retry-after": new Date(Date.now() + 2 * minute).toUTCString() });
  expect(askedPause()).toBeGreaterThan(115);
  await answer(429, { "retry-after": "86400" });
  expect(askedPause()).toBeLessThanOrEqual(600);
});
