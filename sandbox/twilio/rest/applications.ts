import { type Context, Hono } from "hono";
import type { ApplicationResource, TwilioContext } from "../context.ts";
import { rfc2822 } from "../dates.ts";
import { notFound } from "../errors.ts";
import { page2010 } from "../paging.ts";
import { newSid } from "../sids.ts";
import { readForm, readMethod, readUrl } from "./form.ts";

/** The application the app's tokens name, already pointing at the app. */
export function configuredApplication(
  sid: string,
  publicUrl: string,
  now: number,
): ApplicationResource {
  const voice = `${publicUrl}/api/twilio/voice`;
  return {
    sid,
    friendlyName: "Duet",
    voiceUrl: `${voice}/incoming`,
    voiceMethod: "POST",
    voiceFallbackUrl: `${voice}/fallback`,
    voiceFallbackMethod: "POST",
    statusCallback: `${voice}/status#rc=3&rp=ct,rt,5xx`,
    statusCallbackMethod: "POST",
    dateCreated: now,
    dateUpdated: now,
  };
}

function toJson(accountSid: string, application: ApplicationResource) {
  return {
    sid: application.sid,
    account_sid: accountSid,
    api_version: "2010-04-01",
    friendly_name: application.friendlyName,
    voice_url: application.voiceUrl,
    voice_method: application.voiceMethod,
    voice_fallback_url: application.voiceFallbackUrl,
    voice_fallback_method: application.voiceFallbackMethod,
    voice_caller_id_lookup: false,
    status_callback: application.statusCallback,
    status_callback_method: application.statusCallbackMethod,
    sms_url: null,
    sms_method: "POST",
    sms_fallback_url: null,
    sms_fallback_method: "POST",
    sms_status_callback: null,
    message_status_callback: null,
    public_application_connect_enabled: false,
    date_created: rfc2822(application.dateCreated),
    date_updated: rfc2822(application.dateUpdated),
    uri: `/2010-04-01/Accounts/${accountSid}/Applications/${application.sid}.json`,
  };
}

/** The fields that the form sets; what it leaves out stays as in `before`. */
function applyForm(before: ApplicationResource, form: URLSearchParams, now: number) {
  const url = (name: string, old: string | null) => (form.has(name) ? readUrl(form, name) : old);
  return {
    ...before,
    friendlyName: form.get("FriendlyName") ?? before.friendlyName,
    voiceUrl: url("VoiceUrl", before.voiceUrl),
    voiceMethod: readMethod(form, "VoiceMethod", before.voiceMethod),
    voiceFallbackUrl: url("VoiceFallbackUrl", before.voiceFallbackUrl),
    voiceFallbackMethod: readMethod(form, "VoiceFallbackMethod", before.voiceFallbackMethod),
    statusCallback: url("StatusCallback", before.statusCallback),
    statusCallbackMethod: readMethod(form, "StatusCallbackMethod", before.statusCallbackMethod),
    dateUpdated: now,
  };
}

/** TwiML Applications: create, fetch, list (by FriendlyName), update and delete. */
export function applicationRoutes({ applications, config, now }: TwilioContext): Hono {
  const json = (application: ApplicationResource) => toJson(config.accountSid, application);
  const find = (c: Context) => {
    const application = applications.get(c.req.param("sid") ?? "");
    if (!application) throw notFound(c.req.path);
    return application;
  };
  const save = (application: ApplicationResource) => {
    applications.set(application.sid, application);
    return json(application);
  };
  const blank = (): ApplicationResource => ({
    sid: newSid("AP"),
    friendlyName: "",
    voiceUrl: null,
    voiceMethod: "POST",
    voiceFallbackUrl: null,
    voiceFallbackMethod: "POST",
    statusCallback: null,
    statusCallbackMethod: "POST",
    dateCreated: now(),
    dateUpdated: now(),
  });

  return new Hono()
    .get("/Applications", (c) => {
      const name = c.req.query("FriendlyName");
      const found = [...applications.values()].filter(
        (application) => name === undefined || application.friendlyName === name,
      );
      return page2010(c, "applications", found.map(json));
    })
    .post("/Applications", async (c) =>
      c.json(save(applyForm(blank(), await readForm(c), now())), 201),
    )
    .get("/Applications/:sid", (c) => c.json(json(find(c))))
    .post("/Applications/:sid", async (c) =>
      c.json(save(applyForm(find(c), await readForm(c), now()))),
    )
    .delete("/Applications/:sid", (c) => {
      applications.delete(find(c).sid);
      return c.body(null, 204);
    });
}
