import { type Context, Hono } from "hono";
import type { TwilioContext } from "../context.ts";
import { notFound, TwilioError } from "../errors.ts";
import { page2010 } from "../paging.ts";
import type { Recording } from "../recordings/recording.ts";
import { isWithin } from "./call-filter.ts";
import { readForm } from "./form.ts";
import { readRecording } from "./recording-form.ts";
import { callRecordingJson } from "./recording-json.ts";

const notEligible = () =>
  new TwilioError(400, 21220, "Requested resource is not eligible for recording");

/** Takes the step that `Status` names. @throws TwilioError 20001 for any other */
function steer(recording: Recording, form: URLSearchParams, stop: (sid: string) => void): void {
  const status = form.get("Status");
  const behaviour = form.get("PauseBehavior") ?? "silence";
  if (behaviour !== "skip" && behaviour !== "silence") {
    throw new TwilioError(400, 20001, `Invalid parameter PauseBehavior: ${behaviour}`);
  }
  if (status === "paused") recording.pause(behaviour);
  else if (status === "in-progress") recording.resume();
  else if (status === "stopped") stop(recording.sid);
  else throw new TwilioError(400, 20001, `Invalid parameter Status: ${status}`);
}

/**
 * A call's recordings: start, list, fetch, pause, resume, stop and delete; `Twilio.CURRENT` is the
 * one that runs.
 */
export function callRecordingRoutes({ config, calls, recordings }: TwilioContext): Hono {
  const json = (recording: Recording) => callRecordingJson(config.accountSid, recording);
  const callOf = (c: Context) => {
    const call = calls.get(c.req.param("callSid") ?? "");
    if (!call) throw notFound(c.req.path);
    return call;
  };
  const find = (c: Context) => {
    const sid = c.req.param("sid");
    const found = recordings
      .list({ callSid: callOf(c).sid })
      .find((each) => (sid === "Twilio.CURRENT" ? !each.isOver : each.sid === sid));
    if (!found) throw notFound(c.req.path);
    return found;
  };

  return new Hono()
    .get("/Calls/:callSid/Recordings", (c) => {
      const { searchParams } = new URL(c.req.url);
      const matching = recordings
        .list({ callSid: callOf(c).sid })
        .filter(({ startTime }) => isWithin(searchParams, "DateCreated", startTime));
      return page2010(c, "recordings", matching.map(json));
    })
    .post("/Calls/:callSid/Recordings", async (c) => {
      const call = callOf(c);
      const form = await readForm(c);
      const { channels, ...callback } = readRecording(form);
      if (call.status !== "in-progress") throw notEligible();
      const onlyInbound = form.get("RecordingTrack") === "inbound";
      const recording = recordings.start(call, {
        ...callback,
        channels: channels === "dual" && !onlyInbound ? 2 : 1,
        onlyInbound,
        trim: form.get("Trim") === "trim-silence",
        source: "StartCallRecordingAPI",
      });
      return c.json(json(recording), 201);
    })
    .get("/Calls/:callSid/Recordings/:sid", (c) => c.json(json(find(c))))
    .post("/Calls/:callSid/Recordings/:sid", async (c) => {
      const recording = find(c);
      const form = await readForm(c);
      if (recording.isOver) throw notEligible();
      steer(recording, form, (sid) => recordings.stop(sid));
      return c.json(json(recording));
    })
    .delete("/Calls/:callSid/Recordings/:sid", (c) => {
      recordings.delete(find(c).sid);
      return c.body(null, 204);
    });
}
