import { expect, test } from "vitest";
import { twilioDefaults } from "../../../config.ts";
import { startEngine } from "../../calls/testing.ts";

const { phoneNumber } = twilioDefaults;
const ben = "+14155550102";
const cleo = "+14155550103";

const numbers = (to: string[]) =>
  to
    .map((each) => `<Number url="whisper?for=me" statusCallback="status">${each}</Number>`)
    .join("");

const dialTo = (...to: string[]) =>
  `<Dial answerOnBridge="true" callerId="${phoneNumber}" action="result">${numbers(to)}</Dial>`;

const screen = `<Gather numDigits="1" timeout="5" action="accepted"><Say>Press 1</Say></Gather>
  <Hangup/>`;

async function picksUp(accepted = "", to = [ben]) {
  const world = startEngine({
    incoming: dialTo(...to),
    whisper: screen,
    accepted,
    result: "<Say>Over</Say>",
  });
  const caller = await world.receive();
  world.callee(ben).ringing();
  world.callee(ben).pickUp();
  await world.advance(1000);
  return { ...world, caller, callee: world.callee(ben), others: world.callee };
}

test("whoever picks up hears the whisper, alone, while the caller waits", async () => {
  const { caller, callee, sent } = await picksUp();
  expect(callee.call).toMatchObject({ status: "in-progress", said: ["Press 1"] });
  expect(callee.heard).toEqual(["Press 1"]);
  expect(sent("whisper")).toMatchObject([
    { CallSid: callee.call.sid, ParentCallSid: caller.call.sid, From: phoneNumber, To: ben },
  ]);
  expect(caller.call.status).toBe("ringing");
  expect(caller.told).toEqual(["ringing"]);
  expect(caller.heard).toEqual([]);
});

test("when its document ends the two are connected", async () => {
  const { engine, caller, callee, advance, sent } = await picksUp();
  callee.press("1");
  await advance(10);
  expect(sent("accepted")).toMatchObject([{ Digits: "1", CallSid: callee.call.sid }]);
  expect(caller.call.status).toBe("in-progress");
  expect(caller.told).toEqual(["ringing", "answer", "talk"]);
  callee.sound();
  caller.sound();
  caller.sound();
  expect([caller.played.length, callee.played.length]).toEqual([1, 2]);
  engine.hangUp(callee.call);
  await advance(10);
  expect(sent("result")).toMatchObject([{ DialCallStatus: "completed", DialBridged: "true" }]);
});

test("who does not press the key is hung up, and the dial was not answered", async () => {
  const { caller, callee, advance, sent } = await picksUp();
  await advance(6000);
  expect(callee.call.status).toBe("completed");
  expect(callee.told).toContain("hang up");
  expect(sent("result")).toMatchObject([
    { DialCallStatus: "no-answer", DialBridged: "false", CallStatus: "ringing" },
  ]);
  expect(caller.call.said).toEqual(["Over"]);
});

test("who hangs up during the whisper is not connected", async () => {
  const { engine, callee, advance, sent } = await picksUp();
  engine.hangUp(callee.call);
  await advance(10);
  expect(sent("result")).toMatchObject([{ DialCallStatus: "no-answer", DialBridged: "false" }]);
});

test("nobody else is dialled from a whisper", async () => {
  const { caller, callee, others, advance } = await picksUp(`<Dial>${cleo}</Dial>`);
  callee.press("1");
  await advance(10);
  expect(() => others(cleo)).toThrow("not rung");
  expect(caller.told).toContain("talk");
});

test("a whisper that cannot be had connects nobody", async () => {
  const { receive, callee, advance, sent } = startEngine({ incoming: dialTo(ben), result: "" });
  await receive();
  callee(ben).pickUp();
  await advance(10_000);
  expect(callee(ben).call.status).toBe("completed");
  expect(sent("result")).toMatchObject([{ DialCallStatus: "no-answer" }]);
});

test("of several who pick up, the first to accept has the call", async () => {
  const { caller, callee, others, advance } = await picksUp("", [ben, cleo]);
  const other = others(cleo);
  other.pickUp();
  await advance(1000);
  expect(other.call.status).toBe("in-progress");
  other.press("1");
  await advance(10);
  expect(other.told).toContain("talk");
  expect(callee.call.status).toBe("completed");
  expect(caller.call.status).toBe("in-progress");
});

test("a caller who gives up ends the whisper", async () => {
  const { engine, caller, callee, advance, sent } = await picksUp();
  engine.hangUp(caller.call);
  await advance(10);
  expect(callee.call.status).toBe("completed");
  expect(sent("result")).toMatchObject([{ DialCallStatus: "canceled", CallStatus: "canceled" }]);
});
