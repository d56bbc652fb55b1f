import { expect, test } from "vitest";
import { twilioDefaults } from "../../config.ts";
import { startEngine } from "./testing.ts";

const clientNoun = `<Client statusCallback="status" statusCallbackEvent="initiated ringing answered
  completed">bob</Client>`;
const dialVerb = `<Dial answerOnBridge="true" timeout="40" action="result">${clientNoun}</Dial>`;

const sequence = (sent: Record<string, string>[]) =>
  sent.map(({ CallStatus, SequenceNumber }) => `${SequenceNumber} ${CallStatus}`);

const legs = (sent: Record<string, string>[]) => ({
  child: sequence(sent.filter((params) => params.ParentCallSid)),
  parent: sequence(sent.filter((params) => !params.ParentCallSid)),
});

test("a dialled call runs through its statuses and both legs last as long as the talk", async () => {
  const { receive, callee, advance, sent, engine } = startEngine({
    incoming: dialVerb,
    result: "",
  });
  const { call, told } = await receive();
  callee("client:bob").ringing();
  expect(told).toEqual(["ringing"]);
  callee("client:bob").pickUp();
  await advance(61_000);
  engine.hangUp(call);
  await advance(0);
  expect(legs(sent("status"))).toEqual({
    child: ["0 initiated", "1 ringing", "2 in-progress", "3 completed"],
    parent: ["0 completed"],
  });
  expect(sent("status").at(-1)).toMatchObject({ CallDuration: "61", Duration: "2" });
  expect(sent("result")).toMatchObject([{ DialCallStatus: "completed", DialCallDuration: "61" }]);
});

test("an unanswered call ends when the ringing time is up, and not before", async () => {
  const { receive, callee, advance, sent } = startEngine({ incoming: dialVerb, result: "" });
  const { call } = await receive();
  callee("client:bob").ringing();
  await advance(39_999);
  expect(call.status).toBe("ringing");
  await advance(1);
  expect(callee("client:bob").told).toEqual(["stop ringing"]);
  expect(sent("result")).toMatchObject([{ DialCallStatus: "no-answer", DialBridged: "false" }]);
  expect(call.status).toBe("no-answer");
});

test("the first to answer has the call, the others are canceled", async () => {
  const { phoneNumber } = twilioDefaults;
  const twiml = `<Dial callerId="${phoneNumber}">
    <Client>bob</Client><Number>+14155550101</Number>
  </Dial>`;
  const { receive, callee, advance } = startEngine({ incoming: twiml });
  await receive();
  callee("+14155550101").pickUp();
  await advance(0);
  expect(callee("client:bob").call.status).toBe("canceled");
  expect(callee("client:bob").told).toEqual(["stop ringing"]);
  expect(callee("+14155550101").call.status).toBe("in-progress");
});

test("a caller who leaves while it rings cancels the callee and the action is told", async () => {
  const { engine, receive, callee, settle, sent } = startEngine({ incoming: dialVerb });
  const { call } = await receive();
  callee("client:bob").ringing();
  engine.hangUp(call);
  await settle();
  expect(callee("client:bob").call.status).toBe("canceled");
  expect(call.status).toBe("canceled");
  expect(sent("result")).toMatchObject([{ DialCallStatus: "canceled", CallStatus: "canceled" }]);
});

test("without an action the document goes on after the dial", async () => {
  const { receive, callee, advance } = startEngine({
    incoming: `<Dial timeout="5">${clientNoun}</Dial><Say>Nobody is there.</Say>`,
  });
  const { call } = await receive();
  callee("client:bob").failed("busy");
  await advance(10_000);
  expect(call.said).toEqual(["Nobody is there."]);
  expect(call.status).toBe("completed");
});

test("a talk ends at its time limit", async () => {
  const { receive, callee, advance } = startEngine({
    incoming: `<Dial timeLimit="60">${clientNoun}</Dial>`,
  });
  const { call } = await receive();
  callee("client:bob").pickUp();
  await advance(59_000);
  expect(call.status).toBe("in-progress");
  await advance(1000);
  expect(callee("client:bob").call).toMatchObject({ status: "completed", duration: 60 });
  expect(call.status).toBe("completed");
});

test("the end is final: whatever comes after it changes nothing and is not reported", async () => {
  const { engine, receive, callee, settle, requests } = startEngine({
    incoming: dialVerb,
    result: "",
  });
  const { call } = await receive();
  callee("client:bob").failed("busy");
  await settle();
  const before = requests.length;
  callee("client:bob").ringing();
  callee("client:bob").pickUp();
  engine.hangUp(call);
  await settle();
  expect(callee("client:bob").call.status).toBe("busy");
  expect(callee("client:bob").told).toEqual(["stop ringing", "hang up"]);
  expect(call.status).toBe("busy");
  expect(requests).toHaveLength(before);
});

test("a live call is redirected: the dial ends and the new TwiML runs", async () => {
  const { engine, receive, callee, advance, settle, sent } = startEngine({ incoming: dialVerb });
  const { call } = await receive();
  callee("client:bob").pickUp();
  await settle();
  await engine.update(call.sid, { twiml: "<Response><Say>Transfer.</Say></Response>" });
  await settle();
  expect(callee("client:bob").call.status).toBe("completed");
  expect(call).toMatchObject({ status: "in-progress", said: ["Transfer."] });
  expect(sent("result")).toEqual([]);
  await advance(5000);
  expect(call.status).toBe("completed");
});

test("a callee who is redirected leaves the dial with its own call alive", async () => {
  const { engine, receive, callee, settle, sent } = startEngine({ incoming: dialVerb, result: "" });
  const { call } = await receive();
  callee("client:bob").pickUp();
  await settle();
  const child = callee("client:bob").call;
  await engine.update(child.sid, { twiml: '<Response><Pause length="9"/></Response>' });
  await settle();
  expect(child.status).toBe("in-progress");
  expect(call.status).toBe("completed");
  expect(sent("result")).toMatchObject([{ DialCallStatus: "completed" }]);
});

test("only waiting calls are canceled and only live ones redirected or ended", async () => {
  const { engine, receive, callee, settle } = startEngine({ incoming: dialVerb });
  const { call } = await receive();
  await expect(engine.update(call.sid, { twiml: "<Response/>" })).rejects.toMatchObject({
    code: 21220,
  });
  callee("client:bob").pickUp();
  await settle();
  await expect(engine.update(call.sid, { status: "canceled" })).rejects.toMatchObject({
    code: 21220,
  });
  await engine.update(call.sid, { status: "completed" });
  await expect(engine.update(call.sid, { status: "completed" })).rejects.toMatchObject({
    code: 21220,
  });
  expect(call.status).toBe("completed");
});

test("a telephone that calls a number of the account's reaches its voice URL", async () => {
  const { engine, phone, advance, sent } = startEngine({ incoming: "<Say>Welcome</Say>" });
  const [to = ""] = twilioDefaults.poolNumbers;
  const { call, heard } = await phone(to);
  expect(call.direction).toBe("inbound");
  expect(heard).toEqual(["Welcome"]);
  expect(sent("incoming")).toMatchObject([
    { From: "+14155550101", To: to, CallerCountry: "US", Direction: "inbound" },
  ]);
  expect(sent("incoming")[0]).not.toHaveProperty("ApplicationSid");
  await advance(1000);
  expect(engine.get(call.sid)?.status).toBe("completed");
  expect(sent("status")).toMatchObject([{ CallStatus: "completed", CallSid: call.sid }]);
});

test("a number's fallback URL answers when its voice URL does not", async () => {
  const { phone, sent } = startEngine({ fallback: "<Say>Sorry</Say>" });
  const { heard } = await phone(twilioDefaults.phoneNumber);
  expect(sent("fallback")).toMatchObject([{ ErrorCode: "11200", To: twilioDefaults.phoneNumber }]);
  expect(heard).toEqual(["Sorry"]);
});

test("a number's application stands in for its own URLs", async () => {
  const { ownNumber, numbers, phone, sent } = startEngine({ incoming: "<Say>Hi</Say>", own: "" });
  numbers.update(ownNumber.sid, {
    voiceUrl: "https://app.test/voice/own",
    voiceApplicationSid: twilioDefaults.twimlAppSid,
  });
  await phone(ownNumber.phoneNumber);
  expect(sent("own")).toEqual([]);
  expect(sent("incoming")).toMatchObject([{ ApplicationSid: twilioDefaults.twimlAppSid }]);
});

test("a number that has been given up is nobody's", async () => {
  const { ownNumber, numbers, phone } = startEngine({ incoming: "" });
  numbers.release(ownNumber.sid);
  await expect(phone(ownNumber.phoneNumber)).rejects.toMatchObject({ code: 21211 });
});

test("a call that has ended keeps its record but not its leg", async () => {
  const { engine, receive } = startEngine({ incoming: "<Hangup/>" });
  const { call } = await receive();
  expect(engine.list()).toMatchObject([{ sid: call.sid, status: "completed" }]);
  expect(call.leg).toBeNull();
});
