import { type Context, Hono } from "hono";
import type { TwilioContext } from "../context.ts";
import { rfc2822 } from "../dates.ts";
import { notFound } from "../errors.ts";
import { page2010 } from "../paging.ts";
import type { Transcription } from "../transcriptions/transcriptions.ts";

/** @see https://www.twilio.com/docs/voice/api/recording-transcription */
function toJson(accountSid: string, transcription: Transcription) {
  return {
    sid: transcription.sid,
    account_sid: accountSid,
    api_version: "2010-04-01",
    recording_sid: transcription.recordingSid,
    status: transcription.status,
    transcription_text: transcription.text,
    type: "fast",
    duration: String(transcription.duration),
    date_created: rfc2822(transcription.dateCreated),
    date_updated: rfc2822(transcription.dateUpdated),
    price: null,
    price_unit: "USD",
    uri: `/2010-04-01/Accounts/${accountSid}/Transcriptions/${transcription.sid}.json`,
  };
}

/** Transcriptions of recordings: list, fetch and delete, all of them or those of one recording. */
export function transcriptionRoutes(context: TwilioContext): Hono {
  const { config, recordings, transcriptions } = context;
  const json = (transcription: Transcription) => toJson(config.accountSid, transcription);
  const recordingOf = (c: Context) => {
    const recordingSid = c.req.param("recordingSid");
    if (recordingSid !== undefined && !recordings.get(recordingSid)) throw notFound(c.req.path);
    return recordingSid === undefined ? {} : { recordingSid };
  };
  const find = (c: Context) => {
    const found = transcriptions.get(c.req.param("sid") ?? "");
    const { recordingSid = found?.recordingSid } = recordingOf(c);
    if (!found || found.recordingSid !== recordingSid) throw notFound(c.req.path);
    return found;
  };
  const routes = new Hono()
    .get("/Transcriptions", (c) =>
      page2010(c, "transcriptions", transcriptions.list(recordingOf(c)).map(json)),
    )
    .get("/Transcriptions/:sid", (c) => c.json(json(find(c))))
    .delete("/Transcriptions/:sid", (c) => {
      transcriptions.delete(find(c).sid);
      return c.body(null, 204);
    });
  return new Hono().route("/", routes).route("/Recordings/:recordingSid", routes);
}
