import { expect, test } from "vitest";
import { setPlainEnv } from "@/e2e/integration/plain-env";
import { checkOrigin } from "@/lib/api/caller";

setPlainEnv();

const request = (method: string, headers: Record<string, string>) =>
  new Request("https://internal.example/api/blocks", { method, headers });

test.each([
  ["POST", { origin: "https://duet.example" }],
  ["POST", {}],
  ["POST", { "sec-fetch-site": "same-origin" }],
  ["GET", { origin: "https://elsewhere.example" }],
])("%s with %j may use the cookies", (method, headers: Record<string, string>) => {
  expect(() => checkOrigin(request(method, headers))).not.toThrow();
});

test.each([
  ["POST", { origin: "https://elsewhere.example" }],
  ["DELETE", { origin: "https://duet.example.evil.example" }],
  ["PUT", { origin: "http://duet.example" }],
  ["POST", { origin: "null" }],
  ["POST", { "sec-fetch-site": "cross-site" }],
])("%s with %j may not", (method, headers: Record<string, string>) => {
  expect(() => checkOrigin(request(method, headers))).toThrow(
    expect.objectContaining({ code: "bad_origin", status: 403 }),
  );
});
