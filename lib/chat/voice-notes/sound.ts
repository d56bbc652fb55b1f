import "server-only";
import {
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  Input,
  MP4,
  Mp4OutputFormat,
  OGG,
  Output,
  WEBM,
  WebMOutputFormat,
} from "mediabunny";
import { ApiError } from "@/lib/api/errors";
import { maxSeconds } from "@/lib/chat/voice-notes/limits";

/** Browsers stop a little late. */
const graceSeconds = 2;
/** Opus has no shorter frames, AAC none nearly as short. RFC 6716, 2.1.4 */
const shortestPacketSeconds = 0.0025;
const maxPackets = (maxSeconds + graceSeconds) / shortestPacketSeconds;

/** A sound that every current browser plays, with its length in front, so that it can be sought. */
export interface Sound {
  type: "audio/webm" | "audio/mp4";
  seconds: number;
  bytes: Uint8Array;
}

/**
 * Reads what a browser has recorded, whatever it claims to be, and packs the sound alone anew,
 * unchanged: Opus as WebM, AAC as MP4. Recorders write no length and no index, since they do not
 * know the end when they begin; whatever else a file may carry stays behind.
 *
 * @throws ApiError `unsupported_media_type` when there is no such sound in it, `invalid_request`
 *   when it is too long
 */
export async function readSound(bytes: Uint8Array): Promise<Sound> {
  try {
    return await repack(bytes);
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw unplayable(error);
  }
}

async function repack(bytes: Uint8Array): Promise<Sound> {
  const input = new Input({ formats: [WEBM, MP4, OGG], source: new BufferSource(bytes) });
  const track = await input.getPrimaryAudioTrack();
  const codec = await track?.getCodec();
  const decoderConfig = await track?.getDecoderConfig();
  if (!track || !decoderConfig || (codec !== "opus" && codec !== "aac")) throw unplayable();

  const type = codec === "opus" ? "audio/webm" : "audio/mp4";
  const target = new BufferTarget();
  const output = new Output({
    format: codec === "opus" ? new WebMOutputFormat() : new Mp4OutputFormat(),
    target,
  });
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source);
  await output.start();
  const begins = await track.getFirstTimestamp();
  let seconds = 0;
  let size = 0;
  let packets = 0;
  for await (const packet of new EncodedPacketSink(track).packets()) {
    const timestamp = Math.max(0, packet.timestamp - begins);
    seconds = timestamp + packet.duration;
    if (seconds > maxSeconds + graceSeconds) {
      throw new ApiError("invalid_request", `A voice note may last ${maxSeconds} seconds.`);
    }
    // An index may name the same bytes again and again, and make gigabytes of a small file.
    size += packet.byteLength;
    packets += 1;
    if (size > bytes.byteLength || packets > maxPackets) throw unplayable();
    await source.add(packet.clone({ timestamp }), { decoderConfig });
  }
  await output.finalize();
  if (!target.buffer || seconds === 0) throw unplayable();
  return { type, seconds, bytes: new Uint8Array(target.buffer) };
}

function unplayable(cause?: unknown): ApiError {
  return new ApiError("unsupported_media_type", "This is not a recording that can be played.", {
    cause,
  });
}
