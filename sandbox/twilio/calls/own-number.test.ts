import { expect, test } from "vitest";
import { twilioDefaults } from "../../config.ts";
import { startEngine } from "./testing.ts";

const [own = "", callerId = ""] = twilioDefaults.poolNumbers;

/** Alice's browser dials a number of the account's, which has TwiML of its own. */
async function dialled(answer: string) {
  const world = startEngine({
    incoming: `<Dial answerOnBridge="true" callerId="${callerId}" action="result">${own}</Dial>`,
    own: answer,
    menu: "<Say>Thank you</Say>",
    result: "",
  });
  const number = world.numbers.get(own);
  world.numbers.update(number?.sid ?? "", { voiceUrl: "https://app.test/voice/own" });
  const alice = await world.receive();
  await world.settle();
  const inbound = world.engine.list().find((call) => call.to === own && !call.parentCallSid);
  return { ...world, alice, inbound: world.engine.get(inbound?.sid ?? "") };
}

test("the call comes in at the number, from the number it was made with", async () => {
  const { alice, inbound, sent } = await dialled('<Pause length="60"/>');
  expect(sent("own")).toMatchObject([{ From: callerId, To: own, Direction: "inbound" }]);
  expect(inbound?.status).toBe("ringing");
  expect(alice.told).toEqual(["ringing"]);
});

test("its menu hears the caller's keys", async () => {
  const { alice, inbound, advance, sent } = await dialled(
    '<Gather numDigits="1" action="menu" timeout="20"/>',
  );
  expect(alice.told).toEqual(["ringing", "answer", "talk"]);
  alice.press("7");
  await advance(10);
  expect(sent("menu")).toMatchObject([{ Digits: "7", CallSid: inbound?.sid }]);
});

test("whoever answers there is heard, and hears", async () => {
  const { alice, callee, advance } = await dialled("<Dial><Client>bob</Client></Dial>");
  callee("client:bob").pickUp();
  await advance(10);
  callee("client:bob").sound();
  alice.sound();
  alice.sound();
  expect(alice.played).toHaveLength(1);
  expect(callee("client:bob").played).toHaveLength(2);
});

test.each([
  ['<Reject reason="busy"/>', "busy"],
  ["<Reject/>", "no-answer"],
])("what %s does there is %s here", async (answer, status) => {
  const { sent } = await dialled(answer);
  expect(sent("result")).toMatchObject([{ DialCallStatus: status }]);
});

test("when either side hangs up, both calls end", async () => {
  const here = await dialled("<Say>Hello</Say><Pause length='60'/>");
  here.engine.hangUp(here.alice.call);
  await here.settle();
  expect(here.inbound?.status).toBe("completed");
  const there = await dialled("<Say>Hello</Say>");
  await there.advance(1000);
  expect(there.inbound?.status).toBe("completed");
  expect(there.sent("result")).toMatchObject([{ DialCallStatus: "completed" }]);
});

test("a caller who gives up before the answer takes the incoming call away", async () => {
  const { engine, alice, inbound, settle } = await dialled('<Pause length="60"/>');
  engine.hangUp(alice.call);
  await settle();
  expect(inbound?.status).toBe("canceled");
});
