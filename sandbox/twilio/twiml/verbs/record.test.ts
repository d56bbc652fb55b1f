import { expect, test } from "vitest";
import { startEngine } from "../../calls/testing.ts";

function voicemail(attributes = "") {
  return startEngine({
    incoming: `<Say>Leave a message</Say>
      <Record action="voicemail" timeout="3" ${attributes}/><Say>Nothing was recorded</Say>`,
    voicemail: "<Say>Thank you</Say>",
    recording: "",
    transcription: "",
  });
}

/** A caller who has heard the greeting and the beep. */
async function listening(attributes = "") {
  const world = voicemail(attributes);
  const caller = await world.receive();
  await world.advance(1500);
  expect(caller.told).toEqual(["answer", "recording"]);
  return { ...world, caller };
}

test("a message ends with silence, which is not part of it, and goes to the action", async () => {
  const { caller, speak, advance, sent, requests } = await listening();
  await speak(caller, 2);
  await advance(2900);
  expect(sent("voicemail")).toEqual([]);
  await advance(200);
  expect(requests.at(-1)).toMatchObject({ kind: "action" });
  expect(sent("voicemail")).toMatchObject([
    {
      RecordingSid: expect.stringMatching(/^RE\w{32}$/),
      RecordingUrl: expect.stringMatching(/\/Recordings\/RE\w{32}$/),
      RecordingDuration: "2",
    },
  ]);
  expect(caller.call.said).toEqual(["Leave a message", "Thank you"]);
});

test("the beep is heard before, unless it is not wanted", async () => {
  const loud = await listening();
  expect(loud.caller.played).toHaveLength(15);
  const quiet = voicemail('playBeep="false"');
  const { played } = await quiet.receive();
  await quiet.advance(1500);
  expect(played).toEqual([]);
});

test("a key ends the message and is told", async () => {
  const { caller, speak, advance, sent } = await listening('finishOnKey="#"');
  await speak(caller, 1);
  caller.press("1");
  await speak(caller, 1);
  caller.press("#");
  await advance(10);
  expect(sent("voicemail")).toMatchObject([{ Digits: "#", RecordingDuration: "2" }]);
});

test("a message ends at its longest length", async () => {
  const { caller, speak, advance, sent } = await listening('maxLength="2"');
  await speak(caller, 2);
  await advance(10);
  expect(sent("voicemail")).toMatchObject([{ RecordingDuration: "2" }]);
});

test("a caller who hangs up has left a message, too", async () => {
  const { engine, caller, speak, advance, sent } = await listening();
  await speak(caller, 2);
  engine.hangUp(caller.call);
  await advance(10);
  expect(sent("voicemail")).toMatchObject([
    { Digits: "hangup", RecordingDuration: "2", CallStatus: "completed" },
  ]);
});

test("a caller who is sent elsewhere has left a message, but its action is not asked", async () => {
  const { engine, caller, speak, advance, sent } = await listening(
    'recordingStatusCallback="recording"',
  );
  await speak(caller, 2);
  await engine.update(caller.call.sid, { twiml: "<Response><Say>Elsewhere</Say></Response>" });
  await advance(400);
  expect(sent("voicemail")).toEqual([]);
  expect(sent("recording")).toMatchObject([{ RecordingStatus: "completed" }]);
  expect(caller.heard).toContain("Elsewhere");
});

test("silence is no message: the document goes on and the recording is absent", async () => {
  const { caller, advance, sent } = await listening(
    'recordingStatusCallback="recording" recordingStatusCallbackEvent="completed absent"',
  );
  await advance(6000);
  expect(sent("voicemail")).toEqual([]);
  expect(caller.call.said).toEqual(["Leave a message", "Nothing was recorded"]);
  expect(sent("recording")).toMatchObject([{ RecordingStatus: "absent" }]);
});

test("the recording's status is told to its callback", async () => {
  const { caller, speak, advance, sent } = await listening(
    'recordingStatusCallback="recording" recordingStatusCallbackEvent="in-progress completed"',
  );
  await speak(caller, 1);
  await advance(5000);
  expect(sent("recording")).toMatchObject([
    { RecordingStatus: "in-progress", RecordingSource: "RecordVerb", RecordingTrack: "inbound" },
    { RecordingStatus: "completed", RecordingDuration: "1", CallSid: caller.call.sid },
  ]);
});

test("what was said is transcribed some seconds later", async () => {
  const { caller, speak, advance, sent } = await listening(
    'transcribe="true" transcribeCallback="transcription"',
  );
  caller.say("Call me back.");
  await speak(caller, 2);
  await advance(3100);
  expect(sent("transcription")).toEqual([]);
  await advance(2000);
  expect(sent("transcription")).toMatchObject([
    {
      TranscriptionSid: expect.stringMatching(/^TR\w{32}$/),
      TranscriptionStatus: "completed",
      TranscriptionText: "Call me back.",
      RecordingSid: sent("voicemail")[0]?.RecordingSid,
      CallSid: caller.call.sid,
      From: "client:alice",
    },
  ]);
});

test("words that nobody could understand are a failed transcription", async () => {
  const { caller, speak, advance, sent } = await listening('transcribeCallback="transcription"');
  await speak(caller, 2);
  await advance(6000);
  expect(sent("transcription")).toMatchObject([
    { TranscriptionStatus: "failed", TranscriptionText: "" },
  ]);
});
