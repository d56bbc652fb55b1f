import type { Context } from "hono";
import { notFound, TwilioError } from "../errors.ts";
import type { Recordings } from "../recordings/recordings.ts";
import { mix, readWav, toWav } from "../recordings/wav.ts";
import { readRange } from "./byte-range.ts";

const wavType = "audio/x-wav";

/**
 * Answers with the sound of a recording, or the part of it that a `Range` header asks for.
 * @throws TwilioError 20404 until it is completed, 16113 for two channels of a mono recording
 * @see https://www.twilio.com/docs/voice/api/recording#fetch-a-recording-media-file
 */
export function answerMedia(c: Context, recordings: Recordings, sid: string): Response {
  const wav = recordings.media(sid);
  if (!wav) throw notFound(c.req.path);
  const file = withChannels(wav, c.req.query("RequestedChannels"));
  const range = readRange(c.req.header("range"), file.length);
  c.header("Accept-Ranges", "bytes");
  c.header("Content-Type", wavType);
  if (range === null) return c.body(new Uint8Array(file));
  if (range === "unsatisfiable") {
    c.header("Content-Range", `bytes */${file.length}`);
    return c.body(null, 416);
  }
  const { first, last } = range;
  c.header("Content-Range", `bytes ${first}-${last}/${file.length}`);
  return c.body(new Uint8Array(file.subarray(first, last + 1)), 206);
}

function withChannels(wav: Buffer, wanted: string | undefined): Buffer {
  const [inbound = new Int16Array(), outbound] = readWav(wav);
  if (wanted === "2" && !outbound) {
    const reason = "Cannot download a dual-channel presentation of a mono recording";
    throw new TwilioError(400, 16113, reason);
  }
  return wanted === "1" && outbound ? toWav([mix(inbound, outbound)]) : wav;
}
