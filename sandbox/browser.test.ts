import { expect, test } from "vitest";
import { redirectTwilio } from "./browser.ts";

const SANDBOX = "http://127.0.0.1:54330";

test.each([
  ["wss://voice-js.roaming.twilio.com/signal", "ws://127.0.0.1:54330/signal"],
  ["wss://global.vss.twilio.com/signaling", "ws://127.0.0.1:54330/signaling"],
  [
    "https://eventgw.us1.twilio.com/v4/EndpointEvents",
    "http://127.0.0.1:54330/insights/v4/EndpointEvents",
  ],
])("%s goes to the sandbox", (address, expected) => {
  expect(redirectTwilio(address, SANDBOX)).toBe(expected);
});

test.each([
  "wss://project.supabase.co/realtime/v1/websocket",
  "https://example.com/?next=https://eventgw.twilio.com",
  "https://eventgw.twilio.com.example.com/v4/EndpointEvents",
  "wss://nottwilio.com/signal",
  "/api/calls",
])("%s is left alone", (address) => {
  expect(redirectTwilio(address, SANDBOX)).toBe(address);
});
