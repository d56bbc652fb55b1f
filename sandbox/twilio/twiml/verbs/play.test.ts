import { expect, test } from "vitest";
import { startEngine } from "../../calls/testing.ts";
import { tone } from "../../media/pcm.ts";
import { toWav } from "../../recordings/wav.ts";

const files = {
  "/sounds/music.wav": toWav([tone(440, 1)]),
  "/sounds/both.wav": toWav([tone(440, 1), tone(440, 1)]),
  "/sounds/music.mp3": Buffer.from("ID3 and so on"),
};
const after = "<Say>After</Say>";

test.each(["music", "both"])("a sound of a second takes a second to hear: %s.wav", async (name) => {
  const { receive, advance } = startEngine(
    { incoming: `<Play>/sounds/${name}.wav</Play>${after}` },
    { files },
  );
  const { call, played, told } = await receive();
  await advance(990);
  expect(told).toEqual(["answer"]);
  expect(call.said).toEqual([]);
  await advance(20);
  expect(played).toHaveLength(50);
  expect(call.said).toEqual(["After"]);
});

test("a sound is played as often as is wanted", async () => {
  const { receive, advance } = startEngine(
    { incoming: '<Play loop="3">/sounds/music.wav</Play>' },
    { files },
  );
  const { call, played } = await receive();
  await advance(3100);
  expect(played).toHaveLength(150);
  expect(call).toMatchObject({ status: "completed", duration: 3 });
});

test.each([
  ["/sounds/missing.wav", "status 404"],
  ["/sounds/music.mp3", "only WAV files with 16 bit PCM are heard here."],
])("%s is passed over with a warning", async (path, reason) => {
  const { receive, advance } = startEngine({ incoming: `<Play>${path}</Play>${after}` }, { files });
  const { call } = await receive();
  await advance(100);
  expect(call.said).toEqual(["After"]);
  expect(call.events.map(({ text }) => text)).toContain(
    `Warning 11200 Play https://app.test${path}: ${reason}`,
  );
});

test("keys are played for as long as they take", async () => {
  const { receive, advance } = startEngine({ incoming: `<Play digits="w12"/>${after}` });
  const { call, keys } = await receive();
  await advance(590);
  expect(keys).toEqual(["1"]);
  expect(call.said).toEqual([]);
  await advance(200);
  expect(keys).toEqual(["1", "2"]);
  expect(call.said).toEqual(["After"]);
});
