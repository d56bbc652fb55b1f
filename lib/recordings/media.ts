import "server-only";
import { ApiError } from "@/lib/api/errors";
import { env } from "@/lib/env";
import { onlyBytes, rangeOf } from "@/lib/recordings/byte-range";

const headersWithinMs = 10_000;

/** Sound on its way from Twilio, whole or a part of it. */
export interface Media {
  status: 200 | 206 | 416;
  body: ReadableStream<Uint8Array> | null;
  /** Content-Type, Content-Length, Content-Range, Accept-Ranges. */
  headers: Headers;
}

/**
 * Fetches a recording's sound from Twilio. The account's secret goes to Twilio only; whoever listens
 * never learns the address.
 * https://www.twilio.com/docs/voice/api/recording#fetch-a-recordings-media-file
 *
 * @param range - the listener's Range header
 * @param gone - aborted when the listener goes away
 * @throws ApiError `not_found` when Twilio has it no more, `provider_error`, `not_configured`
 */
export async function fetchMedia(
  sid: string,
  { range, gone }: { range: string | null; gone: AbortSignal },
): Promise<Media> {
  const response = await request(sid, range, gone);
  if (response.status === 404) throw new ApiError("not_found", "This recording is gone.");
  if (![200, 206, 416].includes(response.status)) {
    await response.body?.cancel();
    throw unavailable(new Error(`Twilio answered ${response.status}`));
  }
  const headers = new Headers({ "Accept-Ranges": "bytes" });
  for (const name of ["Content-Length", "Content-Range"]) {
    const value = response.headers.get(name);
    if (value) headers.set(name, value);
  }
  const type = response.headers.get("Content-Type") ?? "";
  headers.set("Content-Type", type === "audio/mpeg" ? type : "audio/wav");
  if (response.status !== 200) {
    return { status: response.status === 206 ? 206 : 416, body: response.body, headers };
  }
  return cut({ status: 200, body: response.body, headers }, range);
}

/** Does what was asked by Range where the storage behind Twilio does not. */
function cut(media: Media, range: string | null): Media {
  const size = Number(media.headers.get("Content-Length") ?? Number.NaN);
  const wanted = Number.isInteger(size) ? rangeOf(range, size) : null;
  if (!wanted || !media.body) return media;
  const headers = new Headers(media.headers);
  if (wanted === "unsatisfiable") {
    void media.body.cancel();
    headers.set("Content-Range", `bytes */${size}`);
    headers.set("Content-Length", "0");
    return { status: 416, body: null, headers };
  }
  headers.set("Content-Range", `bytes ${wanted.from}-${wanted.to}/${size}`);
  headers.set("Content-Length", String(wanted.to - wanted.from + 1));
  return { status: 206, body: media.body.pipeThrough(onlyBytes(wanted)), headers };
}

async function request(sid: string, range: string | null, gone: AbortSignal): Promise<Response> {
  const account = env().twilio;
  if (!account) throw new ApiError("not_configured", "Phone services are not set up here.");
  const { accountSid, authToken, apiUrl } = account;
  const path = `/2010-04-01/Accounts/${accountSid}/Recordings/${sid}.wav`;
  const credentials = Buffer.from(`${accountSid}:${authToken}`).toString("base64");
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), headersWithinMs);
  try {
    return await fetch(`${apiUrl ?? "https://api.twilio.com"}${path}`, {
      headers: { Authorization: `Basic ${credentials}`, ...(range && { Range: range }) },
      cache: "no-store",
      signal: AbortSignal.any([late.signal, gone]),
    });
  } catch (error) {
    // Nobody is there to be told, and nothing is wrong: it must not look so in the log.
    if (gone.aborted) throw new ApiError("conflict", "The listener has left.", { cause: error });
    throw unavailable(error);
  } finally {
    // The sound itself may take as long as it takes to listen.
    clearTimeout(timer);
  }
}

function unavailable(cause: unknown): ApiError {
  return new ApiError("provider_error", "The recording cannot be fetched right now.", { cause });
}
