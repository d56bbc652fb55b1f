import { expect, test } from "vitest";
import { twilioDefaults } from "../../../config.ts";
import { startEngine } from "../../calls/testing.ts";

const { phoneNumber } = twilioDefaults;
const ben = "+14155550102";

async function talking(attributes: string, noun = ben) {
  const callerId = `callerId="${phoneNumber}"`;
  const world = startEngine({
    incoming: `<Dial action="result" ${callerId} ${attributes}>${noun}</Dial>`,
    result: "<Say>Over</Say>",
    recording: "",
  });
  const caller = await world.receive();
  const callee = world.callee(ben);
  callee.pickUp();
  await world.advance(0);
  return { ...world, caller, callee };
}

test("the caller's star ends the talk when that is wanted, and the document goes on", async () => {
  const { caller, callee, advance, sent } = await talking('hangupOnStar="true"');
  caller.press("12");
  callee.press("*");
  await advance(10);
  expect(callee.call.status).toBe("in-progress");
  caller.press("*");
  await advance(10);
  expect(callee.call.status).toBe("completed");
  expect(sent("result")).toMatchObject([{ DialCallStatus: "completed" }]);
  expect(caller.call).toMatchObject({ status: "in-progress", said: ["Over"] });
});

test.each([
  ["record-from-answer", "1"],
  ["record-from-answer-dual", "2"],
  ["record-from-ringing-dual", "2"],
  ["true", "1"],
])("record=%s records the call on %s channels", async (record, channels) => {
  const { caller, callee, speak, engine, advance, sent } = await talking(
    `record="${record}" recordingStatusCallback="recording"
      recordingStatusCallbackEvent="in-progress completed"`,
  );
  await speak(callee, 2);
  engine.hangUp(callee.call);
  await advance(400);
  expect(sent("recording")).toMatchObject([
    { RecordingStatus: "in-progress", RecordingSource: "DialVerb", RecordingChannels: channels },
    { RecordingStatus: "completed", RecordingDuration: "2", CallSid: caller.call.sid },
  ]);
  expect(sent("result")).toMatchObject([
    { RecordingUrl: sent("recording")[1]?.RecordingUrl, DialCallStatus: "completed" },
  ]);
});

test("without record nothing is recorded", async () => {
  const { callee, speak, engine, advance, sent } = await talking('record="do-not-record"');
  await speak(callee, 1);
  engine.hangUp(callee.call);
  await advance(1000);
  expect(sent("result")[0]).not.toHaveProperty("RecordingUrl");
});

test("a number that is not the account's is not shown: the dial fails", async () => {
  const { receive, settle, sent, callee } = startEngine({
    incoming: `<Dial action="result" callerId="+14155550177"><Number>${ben}</Number></Dial>`,
    result: "",
  });
  await receive();
  await settle();
  expect(() => callee(ben)).toThrow("not rung");
  expect(sent("result")).toMatchObject([{ DialCallStatus: "failed" }]);
});

test("keys are pressed before the two are connected", async () => {
  const { caller, callee, advance } = await talking(
    'answerOnBridge="true"',
    `<Number sendDigits="ww12">${ben}</Number>`,
  );
  await advance(1100);
  expect(caller.call.status).toBe("ringing");
  await advance(200);
  expect(caller.call.status).toBe("in-progress");
  expect(callee.keys).toEqual(["1", "2"]);
});
