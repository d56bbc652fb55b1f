import { expect, test, vi } from "vitest";
import { sampleRate } from "../media/pcm.ts";
import { readWav } from "../recordings/wav.ts";
import { startWorld } from "./testing/phones.ts";
import type { Webhook } from "./testing/twiml-app.ts";

// Browsers start, ring and negotiate in it.
vi.setConfig({ testTimeout: 30_000 });

const ben = "+14155550102";

/** A browser calls Ben's telephone, which says something and is recorded. */
const callBen = ({ name }: Webhook) =>
  name === "incoming"
    ? `<Dial answerOnBridge="true" callerId="+15005550006" action="result"
        record="record-from-answer-dual" recordingStatusCallback="recording">
        <Number url="whisper">${ben}</Number></Dial>`
    : name === "whisper"
      ? `<Gather numDigits="1" action="accepted"><Say>Press 1</Say></Gather><Hangup/>`
      : "";

/** Seconds in which something is heard. */
const heardSeconds = (pcm: Int16Array) => {
  const tenth = sampleRate / 10;
  const tenths = Array.from({ length: Math.ceil(pcm.length / tenth) }, (_, index) =>
    pcm.subarray(index * tenth, (index + 1) * tenth),
  );
  return tenths.filter((part) => part.some((sample) => Math.abs(sample) > 1000)).length / 10;
};

test("a browser and a telephone hear each other, and the recording keeps them apart", async () => {
  const world = await startWorld(callBen);
  world.context.phones.setBehaviour(ben, { answer: "answer", digits: "1", says: "Hello there" });
  const alice = await world.phoneOf("alice");
  await alice.connect({ To: "ben" });
  await alice.saw("accept");
  await alice.heard();
  const heardByBen = () => world.context.phones.calls(ben)[0]?.heardSeconds;
  await expect.poll(heardByBen, { timeout: 15_000 }).toBeGreaterThan(0.3);
  await alice.hangUp();
  const told = await world.webhook("recording");
  expect(told).toMatchObject({ RecordingStatus: "completed", RecordingChannels: "2" });
  expect(await world.webhook("result")).toMatchObject({ DialCallStatus: "completed" });
  const [fromBrowser, fromPhone] = readWav(
    world.context.recordings.media(told.RecordingSid ?? "") ?? Buffer.alloc(0),
  );
  expect(heardSeconds(fromBrowser ?? new Int16Array())).toBeGreaterThan(0.1);
  expect(heardSeconds(fromPhone ?? new Int16Array())).toBeGreaterThan(0.1);
});

test("the keys of a browser reach a Gather", async () => {
  const world = await startWorld(({ name }) => {
    if (name === "incoming") return `<Gather numDigits="4" action="menu" timeout="20"/>`;
    return "<Say>Thank you</Say>";
  });
  const alice = await world.phoneOf("alice");
  await alice.connect({ To: "menu" });
  await alice.saw("accept");
  await alice.page.evaluate(() => phone.call?.sendDigits("1w0*5"));
  expect(await world.webhook("menu")).toMatchObject({ Digits: "10*5" });
});
