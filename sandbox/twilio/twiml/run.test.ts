import { expect, test } from "vitest";
import { startEngine } from "../calls/testing.ts";

test("Say is kept and takes as long as it would be spoken", async () => {
  const sentence = "You can not call this person any more.";
  const { receive, advance } = startEngine({ incoming: `<Say>${sentence}</Say>` });
  const { call, told } = await receive();
  expect(told).toEqual(["answer"]);
  expect(call).toMatchObject({ status: "in-progress", said: [sentence] });
  await advance(2700);
  expect(call.status).toBe("in-progress");
  await advance(100);
  expect(call).toMatchObject({ status: "completed", duration: 3 });
  expect(told).toEqual(["answer", "hang up"]);
});

test("Pause as the first verb waits before picking up", async () => {
  const { receive, advance } = startEngine({ incoming: '<Pause length="3"/><Say>Hello</Say>' });
  const { call } = await receive();
  await advance(2999);
  expect(call.status).toBe("ringing");
  await advance(1);
  expect(call.status).toBe("in-progress");
});

test.each([
  ['<Reject reason="busy"/>', "busy"],
  ["<Reject/>", "no-answer"],
  ["<Hangup/>", "completed"],
  ["", "completed"],
])("%s ends the call as %s", async (incoming, status) => {
  const { receive, sent } = startEngine({ incoming });
  const { call } = await receive();
  expect(call.status).toBe(status);
  expect(sent("status")).toMatchObject([{ CallStatus: status, SequenceNumber: "0" }]);
});

test("Redirect goes on with another document, relative to the present one", async () => {
  const { receive, requests, advance } = startEngine({
    incoming: "<Redirect>./next?step=2</Redirect><Say>Never</Say>",
    next: "<Say>Next</Say>",
  });
  const { call } = await receive();
  await advance(1000);
  expect(requests[1]).toMatchObject({ url: "https://app.test/voice/next?step=2", kind: "twiml" });
  expect(call.said).toEqual(["Next"]);
});

const failures = [
  { what: "an error status", answer: { status: 500 }, code: "11200" },
  { what: "a timeout", answer: { status: null, error: "timeout" }, code: "11200" },
  {
    what: "a document that is not XML",
    answer: { ok: true, contentType: "text/xml", body: "<Response><Say>" },
    code: "12100",
  },
  {
    what: "another root element",
    answer: { ok: true, contentType: "text/xml", body: "<html></html>" },
    code: "12200",
  },
  {
    what: "JSON",
    answer: { ok: true, contentType: "application/json", body: '{"ok":true}' },
    code: "12300",
  },
];

test.each(failures)("after $what the fallback URL is asked", async ({ answer, code }) => {
  const { receive, sent, advance } = startEngine({
    incoming: answer,
    fallback: "<Say>Sorry</Say>",
  });
  const { call } = await receive();
  await advance(1000);
  expect(sent("fallback")).toMatchObject([
    { ErrorCode: code, ErrorUrl: "https://app.test/voice/incoming", CallStatus: "ringing" },
  ]);
  expect(call.said).toEqual(["Sorry"]);
});

test("when the fallback fails too, the caller hears of an application error", async () => {
  const { receive, advance } = startEngine({});
  const { call } = await receive();
  await advance(10_000);
  expect(call.said).toEqual(["We are sorry, an application error has occurred. Goodbye."]);
  expect(call.status).toBe("completed");
  expect(call.events.map(({ text }) => text)).toContain(
    "Error 11200: HTTP retrieval failure: status 404.",
  );
});

test("an unknown verb is skipped with a warning in the call's log", async () => {
  const { receive, advance } = startEngine({ incoming: "<Sing>La</Sing><Say>Hello</Say>" });
  const { call } = await receive();
  await advance(1000);
  expect(call.said).toEqual(["Hello"]);
  expect(call.events.map(({ text }) => text)).toContain(
    "Warning 12200 Schema validation: <Sing> is not known here.",
  );
});

test("the request for TwiML carries the caller's parameters, which never replace Twilio's", async () => {
  const { receive, sent } = startEngine({ incoming: "" });
  const { call } = await receive({
    To: "bob",
    matchId: "m1",
    From: "client:mallory",
    CallSid: "1",
  });
  expect(sent("incoming")).toMatchObject([
    { CallSid: call.sid, From: "client:alice", To: "bob", matchId: "m1", Direction: "inbound" },
  ]);
});
