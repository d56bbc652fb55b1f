import { expect, test } from "vitest";
import { startEngine } from "../../calls/testing.ts";

const next = "<Say>Thank you</Say>";
const silence = "<Say>Goodbye</Say>";

function menu(attributes = "", prompts = "<Say>Press a key now</Say>") {
  const incoming = `<Gather action="menu?step=2" ${attributes}>${prompts}</Gather>${silence}`;
  return startEngine({ incoming, menu: next });
}

test("the keys go to the action once there are enough of them", async () => {
  const { receive, advance, sent, requests } = menu('numDigits="3"');
  const { call, press, told } = await receive();
  await advance(2000);
  expect(told).toEqual(["answer", "keys"]);
  press("10");
  await advance(100);
  expect(sent("menu")).toEqual([]);
  press("1");
  await advance(100);
  expect(sent("menu")).toMatchObject([{ Digits: "101", CallSid: call.sid }]);
  expect(requests[1]).toMatchObject({ kind: "action", url: "https://app.test/voice/menu?step=2" });
  expect(call.said).toEqual(["Press a key now", "Thank you"]);
});

test("the finishing key ends the keys and is not one of them", async () => {
  const { receive, advance, sent } = menu();
  const { press } = await receive();
  await advance(2000);
  press("#42#");
  await advance(100);
  expect(sent("menu")).toMatchObject([{ Digits: "42", FinishedOnKey: "#" }]);
});

test("each key has its own time, and silence after some keys sends them", async () => {
  const { receive, advance, sent } = menu('timeout="3"');
  const { press } = await receive();
  await advance(1100);
  press("1");
  await advance(2900);
  press("2");
  await advance(2900);
  expect(sent("menu")).toEqual([]);
  await advance(200);
  expect(sent("menu")).toMatchObject([{ Digits: "12" }]);
  expect(sent("menu")[0]).not.toHaveProperty("FinishedOnKey");
});

test("a key cuts the prompts short", async () => {
  const { receive, advance, sent } = menu(
    'numDigits="1"',
    '<Say>One sentence</Say><Pause length="60"/><Say>Never heard</Say>',
  );
  const { call, press } = await receive();
  await advance(5000);
  press("7");
  await advance(100);
  expect(sent("menu")).toMatchObject([{ Digits: "7" }]);
  expect(call.said).toEqual(["One sentence", "Thank you"]);
});

test("a script that presses as it is asked is heard", async () => {
  const { receive, advance, sent } = menu('numDigits="1"');
  const { leg, press } = await receive();
  leg.prompt = () => press("5");
  await advance(2000);
  expect(sent("menu")).toMatchObject([{ Digits: "5" }]);
});

test("without a key the document goes on", async () => {
  const { receive, advance, sent } = menu('timeout="2"');
  const { call } = await receive();
  await advance(6000);
  expect(sent("menu")).toEqual([]);
  expect(call).toMatchObject({ said: ["Press a key now", "Goodbye"], status: "completed" });
});

test("an empty result is reported when that is wanted", async () => {
  const { receive, advance, sent } = menu('timeout="2" actionOnEmptyResult="true"');
  await receive();
  await advance(6000);
  expect(sent("menu")).toMatchObject([{ Digits: "" }]);
});

test("without an action the document itself is asked again", async () => {
  const { receive, advance, sent } = startEngine({ incoming: '<Gather numDigits="1"/>' });
  const { press } = await receive();
  await advance(10);
  press("1");
  await advance(10);
  expect(sent("incoming")).toMatchObject([{}, { Digits: "1" }]);
});

test("a caller who hangs up is not asked any more", async () => {
  const { engine, receive, advance, sent } = menu();
  const { call, press } = await receive();
  engine.hangUp(call);
  press("1");
  await advance(60_000);
  expect(sent("menu")).toEqual([]);
  expect(call.status).toBe("completed");
});

test("speech is not understood, which the call's log says", async () => {
  const { receive } = menu('input="dtmf speech"');
  const { call } = await receive();
  expect(call.events.map(({ text }) => text)).toContain(
    "Warning 12200 Schema validation: <Gather> hears keys alone here, not speech.",
  );
});
