import { expect, test } from "vitest";
import { twilioDefaults } from "../../config.ts";
import type { CreateCallInput } from "../context.ts";
import { startEngine } from "./testing.ts";

const to = "+14155550101";

/** A call that the app has placed, and that is answered. */
async function answered(wishes: Partial<CreateCallInput>, machines: string[] = []) {
  const world = startEngine({ bridge: '<Pause length="600"/>', recording: "" }, { machines });
  const url = "https://app.test/voice/bridge";
  const { sid } = await world.engine.create({
    from: twilioDefaults.phoneNumber,
    to,
    url,
    ...wishes,
  });
  await world.advance(0);
  const callee = world.callee(to);
  callee.pickUp();
  await world.advance(0);
  return { ...world, sid, callee };
}

test.each([
  ["Enable", [], "human"],
  ["Enable", [to], "machine_start"],
  ["DetectMessageEnd", [to], "machine_end_beep"],
] as const)("machine detection %s of %o finds %s", async (machineDetection, machines, answer) => {
  const { sent, engine, sid } = await answered({ machineDetection }, [...machines]);
  expect(sent("bridge")).toMatchObject([{ AnsweredBy: answer, CallSid: sid }]);
  expect(engine.get(sid)?.answeredBy).toBe(answer);
});

test("without machine detection nothing is said about who has answered", async () => {
  const { sent } = await answered({}, [to]);
  expect(sent("bridge")[0]).not.toHaveProperty("AnsweredBy");
});

test("a call ends at its time limit, counted from the answer", async () => {
  const { engine, sid, advance } = await answered({ timeLimit: 60 });
  await advance(59_900);
  expect(engine.get(sid)?.status).toBe("in-progress");
  await advance(100);
  expect(engine.get(sid)).toMatchObject({ status: "completed", duration: 60 });
});

test("keys are pressed before the TwiML runs", async () => {
  const { sent, advance } = await answered({ sendDigits: "w101#" });
  expect(sent("bridge")).toEqual([]);
  await advance(900);
  expect(sent("bridge")).toHaveLength(1);
});

test("a call that ends while its keys are pressed asks for no TwiML", async () => {
  const { engine, sid, sent, advance } = await answered({ sendDigits: "WWWW1" });
  await engine.update(sid, { status: "completed" });
  await advance(10_000);
  expect(sent("bridge")).toEqual([]);
});

test("a call is recorded from its answer on", async () => {
  const { engine, sid, callee, speak, advance, sent } = await answered({
    recording: { channels: "dual", statusCallback: "https://app.test/recording" },
  });
  await speak(callee, 1);
  await engine.update(sid, { status: "completed" });
  await advance(400);
  expect(sent("recording")).toMatchObject([
    { RecordingSource: "OutboundAPI", RecordingChannels: "2", RecordingStatus: "completed" },
  ]);
});
