import { createHash } from "node:crypto";
import { getExpectedTwilioSignature } from "twilio";
import { describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { runRoute } from "@/e2e/integration/call-route";
import { setPlainEnv } from "@/e2e/integration/plain-env";
import type { Route } from "@/lib/api/route";

interface Delivery {
  /** What the app is told its public address is. */
  publicUrl: string;
  /** The address that Twilio was given, calls, and signs. */
  signed: string;
  /** The address as it is when the request gets to the app. */
  received: string;
  /** Form fields in their order; or the text of a JSON body. */
  body: [string, string][] | string;
}

setPlainEnv();
const apps = new Map<string, Route>();

const path = "/api/twilio/voice/status";
const form: Delivery["body"] = [
  ["CallSid", "CA1"],
  ["From", "client:u_1"],
];
const direct: Delivery = {
  publicUrl: "https://duet.example",
  signed: `https://duet.example${path}`,
  received: `https://duet.example${path}`,
  body: form,
};
const json = '{"CallSid":"CA1","note":"hé"}';
const hash = createHash("sha256").update(json).digest("hex");
const both = (suffix: string) => ({
  signed: `${direct.signed}${suffix}`,
  received: `${direct.received}${suffix}`,
});

const matrix: Record<string, Partial<Delivery>> = {
  "straight from Twilio": {},
  "through a proxy that changes host, port and scheme": {
    received: `http://10.0.0.7:8080${path}`,
  },
  "to a public address with a port": {
    publicUrl: "https://duet.example:8443",
    signed: `https://duet.example:8443${path}`,
    received: `http://app:3000${path}`,
  },
  "signed with the port that https has anyway": { signed: `https://duet.example:443${path}` },
  "to a public address that ends in a slash": { publicUrl: "https://duet.example/" },
  "through a proxy that takes a prefix off": {
    publicUrl: "https://example.com/apps/duet",
    signed: `https://example.com/apps/duet${path}`,
    received: `http://app:3000${path}`,
  },
  "with a query": both("?step=2&leg=a%2Fb%20c"),
  "with a query that repeats, has blanks and nothing": both("?a=1&a=2&b=J%C3%BCrgen+M&c=&d"),
  "to an address with a slash at its end": both("/"),
  "to an address with a slash and a query": both("/?leg=1"),
  "with a parameter twice": { body: [...form, ["Tag", "b"], ["Tag", "a"], ["Tag", "b"]] },
  "with empty parameters": { body: [...form, ["Digits", ""], ["ForwardedFrom", ""]] },
  "with signs, blanks and letters of all kinds": {
    body: [...form, ["Body", "1 + 1 = 2 & more\r\nGrüße 👋 %41"], ["speech-result", "ok"]],
  },
  "with parameters in another order": { body: [...form].reverse() },
  "with JSON": { ...both(`?bodySHA256=${hash}`), body: json },
  "with JSON and a query": { ...both(`?leg=1&bodySHA256=${hash}`), body: json },
};

const rows = Object.entries(matrix).map(([what, changes]) => ({ what, ...direct, ...changes }));

describe.each(rows)("a callback $what", (delivery) => {
  test("is heard", async () => {
    expect(await deliver(delivery)).toBe(200);
  });

  test("is refused when it, its address or the key is another", async () => {
    const { body } = delivery;
    const others: Partial<Delivery>[] = [
      { body: typeof body === "string" ? body.replace("CA1", "CA2") : [...body, ["More", "1"]] },
      { received: delivery.received.replace("/status", "/menu") },
      { received: `${delivery.received}${delivery.received.includes("?") ? "&" : "?"}leg=9` },
    ];
    const signature = sign(delivery);
    for (const other of others)
      expect(await deliver({ ...delivery, ...other }, signature)).toBe(403);
    expect(await deliver(delivery, sign(delivery, "another-token"))).toBe(403);
    expect(await deliver(delivery, "")).toBe(403);
  });
});

test("what a request says of its host counts for nothing", async () => {
  const elsewhere = { ...direct, signed: `https://evil.example${path}` };
  const headers = {
    host: "evil.example",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    "x-original-url": elsewhere.signed,
    forwarded: "host=evil.example;proto=https",
  };
  expect(await deliver(direct, sign(elsewhere), headers)).toBe(403);
  expect(await deliver(direct, sign(direct), headers)).toBe(200);
});

/** As Twilio does it; a JSON body is covered by its hash in the address. */
function sign({ signed, body }: Delivery, token = process.env.TWILIO_AUTH_TOKEN ?? ""): string {
  if (typeof body === "string") return getExpectedTwilioSignature(token, signed, {});
  const names = new Set(body.map(([name]) => name));
  const values = (name: string) => body.flatMap(([other, value]) => (other === name ? value : []));
  const params = Object.fromEntries([...names].map((name) => [name, values(name)]));
  return getExpectedTwilioSignature(token, signed, params);
}

/** The status that the app answers with. */
async function deliver(
  delivery: Delivery,
  signature?: string,
  headers: Record<string, string> = {},
): Promise<number> {
  const isJson = typeof delivery.body === "string";
  const request = new Request(delivery.received, {
    method: "POST",
    headers: {
      "content-type": isJson ? "application/json" : "application/x-www-form-urlencoded",
      "x-twilio-signature": signature ?? sign(delivery),
      ...headers,
    },
    body:
      typeof delivery.body === "string"
        ? delivery.body
        : new URLSearchParams(delivery.body).toString(),
  });
  return (await runRoute(await appAt(delivery.publicUrl), request)).status;
}

/** The route of an app that has been started with this public address. */
async function appAt(publicUrl: string): Promise<Route> {
  const known = apps.get(publicUrl);
  if (known) return known;
  vi.resetModules();
  setPlainEnv({ PUBLIC_URL: publicUrl });
  const { env } = await import("@/lib/env");
  // Read now, while the variables are this app's.
  env();
  const { route } = await import("@/lib/api/route");
  const app = route(
    { access: "twilio", summary: "Hear of a call", body: z.looseObject({ CallSid: z.string() }) },
    () => ({}),
  );
  apps.set(publicUrl, app);
  return app;
}
