import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  Mp4OutputFormat,
  OggOutputFormat,
  Output,
  WebMOutputFormat,
} from "mediabunny";

/** 20 ms of silence as Opus. */
const silence = new Uint8Array([0xf8, 0xff, 0xfe]);

const formats = {
  webm: () => new WebMOutputFormat({ appendOnly: true }),
  mp4: () => new Mp4OutputFormat({ fastStart: "fragmented" }),
  ogg: () => new OggOutputFormat(),
};

/** A recording for tests, packed as recorders do it: with no length in front. */
export async function recordedSilence(
  seconds: number,
  format: keyof typeof formats = "webm",
  frameSeconds = 0.02,
): Promise<Uint8Array<ArrayBuffer>> {
  const target = new BufferTarget();
  const output = new Output({ format: formats[format](), target });
  const source = new EncodedAudioPacketSource("opus");
  output.addAudioTrack(source);
  await output.start();
  const decoderConfig = {
    codec: "opus",
    numberOfChannels: 1,
    sampleRate: 48_000,
    // OpusHead of one channel at 48 kHz: https://www.rfc-editor.org/rfc/rfc7845#section-5.1
    description: Buffer.from("OpusHead\x01\x01\0\0\x80\xbb\0\0\0\0\0", "latin1"),
  };
  for (let frame = 0; frame * frameSeconds < seconds; frame += 1) {
    const packet = new EncodedPacket(silence, "key", frame * frameSeconds, frameSeconds);
    await source.add(packet, { decoderConfig });
  }
  await output.finalize();
  return new Uint8Array(target.buffer ?? new ArrayBuffer(0));
}
