import { type Context, Hono } from "hono";
import type { TwilioContext } from "../context.ts";
import { rfc2822 } from "../dates.ts";
import { notFound, TwilioError } from "../errors.ts";
import type {
  LiveTranscription,
  LiveTranscriptionOptions,
} from "../transcriptions/live-transcriptions.ts";
import { readForm, readMethod, readUrl } from "./form.ts";

const tracks = ["inbound_track", "outbound_track", "both_tracks"] as const;

/** @see https://www.twilio.com/docs/voice/api/realtime-transcription-resource */
function toJson(accountSid: string, transcription: LiveTranscription) {
  const { sid, callSid, name, status, dateUpdated } = transcription;
  return {
    sid,
    account_sid: accountSid,
    call_sid: callSid,
    name,
    status,
    date_updated: rfc2822(dateUpdated),
    uri: `/2010-04-01/Accounts/${accountSid}/Calls/${callSid}/Transcriptions/${sid}.json`,
  };
}

function readOptions(form: URLSearchParams): LiveTranscriptionOptions {
  const given = form.get("Track") ?? "both_tracks";
  const track = tracks.find((each) => each === given);
  if (!track) throw new TwilioError(400, 20001, `Invalid parameter Track: ${given}`);
  const text = (name: string) => form.get(name) || undefined;
  return {
    track,
    name: text("Name"),
    languageCode: text("LanguageCode"),
    inboundTrackLabel: text("InboundTrackLabel"),
    outboundTrackLabel: text("OutboundTrackLabel"),
    statusCallbackUrl: readUrl(form, "StatusCallbackUrl", 21609) ?? undefined,
    statusCallbackMethod: readMethod(form, "StatusCallbackMethod", "POST", 21209),
  };
}

/** Real-time transcriptions of a call: start one, and stop it by its SID or name. */
export function callTranscriptionRoutes(context: TwilioContext): Hono {
  const { config, calls, liveTranscriptions } = context;
  const json = (transcription: LiveTranscription) => toJson(config.accountSid, transcription);
  const callOf = (c: Context) => {
    const call = calls.get(c.req.param("callSid") ?? "");
    if (!call) throw notFound(c.req.path);
    return call;
  };

  return new Hono()
    .post("/Calls/:callSid/Transcriptions", async (c) => {
      const call = callOf(c);
      const options = readOptions(await readForm(c));
      if (call.status !== "in-progress") {
        throw new TwilioError(400, 21220, "Call is not in-progress. Cannot transcribe.");
      }
      return c.json(json(liveTranscriptions.start(call, options)), 201);
    })
    .post("/Calls/:callSid/Transcriptions/:sid", async (c) => {
      const { sid } = callOf(c);
      const status = (await readForm(c)).get("Status");
      if (status !== "stopped") {
        throw new TwilioError(400, 20001, `Invalid parameter Status: ${status}`);
      }
      const named = c.req.param("sid");
      const isForeign = (liveTranscriptions.get(named)?.callSid ?? sid) !== sid;
      const stopped = isForeign ? undefined : liveTranscriptions.stop(named, sid);
      if (!stopped) throw notFound(c.req.path);
      return c.json(json(stopped));
    });
}
