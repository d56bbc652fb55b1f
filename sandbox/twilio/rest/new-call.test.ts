import { expect, test } from "vitest";
import { twilioDefaults } from "../../config.ts";
import { Numbers } from "../numbers/numbers.ts";
import { readNewCall } from "./new-call.ts";

const [own = ""] = twilioDefaults.poolNumbers;
const numbers = new Numbers(twilioDefaults, Date.now);
const parties = { To: "+14155550101", From: own };
const url = "https://example.com/voice";

const read = (fields: Record<string, string>) =>
  readNewCall(new URLSearchParams({ ...parties, Url: url, ...fields }), numbers);

test.each([
  [{}, {}],
  [
    { Timeout: "25", TimeLimit: "90" },
    { timeout: 25, timeLimit: 90 },
  ],
  [{ MachineDetection: "DetectMessageEnd" }, { machineDetection: "DetectMessageEnd" }],
  [{ SendDigits: "wW12#", MachineDetection: "Enable" }, { sendDigits: "wW12#" }],
  [{ Record: "true" }, { recording: { channels: "mono" } }],
  [{ Record: "false", RecordingChannels: "dual" }, {}],
  [
    {
      Record: "true",
      RecordingChannels: "dual",
      RecordingStatusCallback: url,
      RecordingStatusCallbackMethod: "GET",
      RecordingStatusCallbackEvent: "in-progress completed",
    },
    {
      recording: {
        channels: "dual",
        statusCallback: url,
        statusCallbackMethod: "GET",
        statusCallbackEvents: ["in-progress", "completed"],
      },
    },
  ],
  [
    { FallbackUrl: url, FallbackMethod: "get" },
    { fallbackUrl: url, fallbackMethod: "GET" },
  ],
  [
    { StatusCallback: url, StatusCallbackEvent: "ringing answered" },
    {
      statusCallback: url,
      statusCallbackMethod: "POST",
      statusCallbackEvents: ["ringing", "answered"],
    },
  ],
])("the engine is asked for what %o says", (fields, wanted) => {
  const { To: to, From: from } = parties;
  expect(read(fields)).toEqual({ to, from, url, method: "POST", ...wanted });
});

test.each([
  [{ To: "+15005550001" }, 21217],
  [{ To: "+15005550002" }, 21214],
  [{ To: "+15005550003" }, 21215],
  [{ To: "+15005550004" }, 21216],
  [{ From: "+15005550001" }, 21212],
  [{ From: "client:alice" }, 21212],
  [{ From: "+12125550123" }, 21210],
  [{ Url: "nowhere" }, 21205],
  [{ FallbackUrl: "ftp://example.com" }, 21205],
  [{ Method: "PUT" }, 21209],
  [{ StatusCallback: "nowhere" }, 21609],
  [{ Record: "true", RecordingStatusCallback: "nowhere" }, 21609],
  [{ Record: "true", RecordingChannels: "quad" }, 20001],
  [{ SendDigits: "call me" }, 21206],
  [{ Timeout: "601" }, 21208],
  [{ TimeLimit: "0" }, 20001],
  [{ MachineDetection: "Perhaps" }, 20001],
])("a call with %o is refused with %i", (fields, code) => {
  expect(() => read(fields)).toThrow(expect.objectContaining({ status: 400, code }));
});
