import { type Context, Hono } from "hono";
import type { TwilioContext } from "../context.ts";
import { notFound, TwilioError } from "../errors.ts";
import { page2010 } from "../paging.ts";
import type { Recording } from "../recordings/recording.ts";
import { isWithin } from "./call-filter.ts";
import { recordingJson } from "./recording-json.ts";
import { answerMedia } from "./recording-media.ts";

/** The SID and what is wanted of it; without an ending that is the sound, as with Twilio. */
function readName(c: Context): { sid: string; ending: string } {
  const { pathname } = new URL(c.req.url);
  const [, sid = "", ending = ".wav"] = /(RE\w+)(\.\w+)?$/.exec(pathname) ?? [];
  return { sid, ending };
}

/** Recordings: list by call and day, fetch, hear and delete. */
export function recordingRoutes({ config, recordings }: TwilioContext): Hono {
  const json = (recording: Recording) => recordingJson(config.accountSid, recording);

  return new Hono()
    .get("/Recordings", (c) => {
      const { searchParams } = new URL(c.req.url);
      const callSid = searchParams.get("CallSid");
      const matching = recordings
        .list(callSid ? { callSid } : {})
        .filter(({ startTime }) => isWithin(searchParams, "DateCreated", startTime));
      return page2010(c, "recordings", matching.map(json));
    })
    .get("/Recordings/:name", (c) => {
      const { sid, ending } = readName(c);
      const recording = recordings.get(sid);
      if (!recording) throw notFound(c.req.path);
      if (ending === ".json") return c.json(json(recording));
      if (ending === ".wav") return answerMedia(c, recordings, sid);
      throw new TwilioError(406, 20406, "The sandbox has recordings as WAV only");
    })
    .delete("/Recordings/:name", (c) => {
      if (!recordings.delete(readName(c).sid)) throw notFound(c.req.path);
      return c.body(null, 204);
    });
}
