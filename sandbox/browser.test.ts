import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { installSandbox, redirectTwilio } from "./browser.ts";
import { startSandbox } from "./twilio/testing/sandbox.ts";

const sandboxUrl = "http://127.0.0.1:54330";

test.each([
  ["wss://voice-js.roaming.twilio.com/signal", "ws://127.0.0.1:54330/signal"],
  ["wss://global.vss.twilio.com/signaling", "ws://127.0.0.1:54330/signaling"],
  ["wss://sdkgw.us1.twilio.com/v1/VideoEvents", "ws://127.0.0.1:54330/v1/VideoEvents"],
  [
    "https://eventgw.us1.twilio.com/v4/EndpointEvents",
    "http://127.0.0.1:54330/insights/v4/EndpointEvents",
  ],
])("%s goes to the sandbox", (address, expected) => {
  expect(redirectTwilio(address, sandboxUrl)).toBe(expected);
});

test.each([
  "wss://project.supabase.co/realtime/v1/websocket",
  "https://example.com/?next=https://eventgw.twilio.com",
  "https://eventgw.twilio.com.example.com/v4/EndpointEvents",
  "wss://nottwilio.com/signal",
  "/api/calls",
])("%s is left alone", (address) => {
  expect(redirectTwilio(address, sandboxUrl)).toBe(address);
});

test("an SDK's socket and reports reach the sandbox, and WebSocket stays what it was", async () => {
  const { url } = await startSandbox();
  const { WebSocket: RealWebSocket, fetch: realFetch } = globalThis;
  onTestFinished(() => {
    Object.assign(globalThis, { WebSocket: RealWebSocket, fetch: realFetch });
  });
  installSandbox(url);

  const socket = new WebSocket("wss://voice-js.roaming.twilio.com/signal");
  await once(socket, "open");
  expect(socket.url).toBe(`${url.replace("http", "ws")}/signal`);
  expect(socket).toBeInstanceOf(WebSocket);
  expect(socket).toBeInstanceOf(RealWebSocket);
  expect(socket.readyState).toBe(WebSocket.OPEN);
  socket.close();

  const report = await fetch("https://eventgw.twilio.com/v4/EndpointEvents", {
    method: "POST",
    headers: { Origin: "http://localhost:3000" },
    body: "{}",
  });
  expect(report.status).toBe(200);
  expect(report.headers.get("access-control-allow-origin")).toBe("*");
});
