import { type Context, Hono } from "hono";
import type { TwilioSandboxConfig } from "../../config.ts";
import type { TwilioContext } from "../context.ts";
import { iso8601 } from "../dates.ts";
import { notFound, TwilioError } from "../errors.ts";
import { pageMeta } from "../paging.ts";
import type { MessageChannel } from "../phones/phones.ts";
import { readForm } from "./form.ts";
import { isDialable } from "./numbers.ts";
import { type Verification, Verifications } from "./verifications.ts";

const origin = "https://verify.twilio.com";
const brand = "Duet";
const channels: readonly MessageChannel[] = ["sms", "call", "whatsapp", "email"];

const invalid = (parameter: string) =>
  new TwilioError(400, 60200, `Invalid parameter: ${parameter}`);

const isChannel = (value: string): value is MessageChannel =>
  channels.some((channel) => channel === value);

function readRecipient(form: URLSearchParams): { to: string; channel: MessageChannel } {
  const to = form.get("To") ?? "";
  const channel = form.get("Channel") ?? "";
  if (!isChannel(channel)) throw invalid("Channel");
  const fits = channel === "email" ? /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(to) : isDialable(to);
  if (!fits) throw invalid("To");
  return { to, channel };
}

function common(config: TwilioSandboxConfig, verification: Verification) {
  return {
    sid: verification.sid,
    service_sid: config.verifyServiceSid,
    account_sid: config.accountSid,
    to: verification.to,
    channel: verification.channel,
    status: verification.status,
    valid: verification.status === "approved",
    amount: null,
    payee: null,
    date_created: iso8601(verification.createdAt),
    date_updated: iso8601(verification.updatedAt),
  };
}

function verificationJson(config: TwilioSandboxConfig, verification: Verification) {
  const service = `${origin}/v2/Services/${config.verifyServiceSid}`;
  return {
    ...common(config, verification),
    lookup: {},
    send_code_attempts: verification.sends.map(({ sid, channel, at }) => ({
      attempt_sid: sid,
      channel: channel.toUpperCase(),
      time: iso8601(at),
    })),
    sna: null,
    url: `${service}/Verifications/${verification.sid}`,
  };
}

function serviceJson(config: TwilioSandboxConfig, createdAt: number) {
  const url = `${origin}/v2/Services/${config.verifyServiceSid}`;
  return {
    sid: config.verifyServiceSid,
    account_sid: config.accountSid,
    friendly_name: brand,
    code_length: 6,
    lookup_enabled: false,
    psd2_enabled: false,
    skip_sms_to_landlines: false,
    dtmf_input_required: true,
    tts_name: null,
    do_not_share_warning_enabled: true,
    custom_code_enabled: false,
    push: null,
    totp: null,
    whatsapp: null,
    passkeys: null,
    default_template_sid: null,
    verify_event_subscription_enabled: false,
    date_created: iso8601(createdAt),
    date_updated: iso8601(createdAt),
    url,
    links: {
      verifications: `${url}/Verifications`,
      verification_checks: `${url}/VerificationCheck`,
    },
  };
}

/** Verify v2: the configured service, its verifications and their checks. */
export function verifyRoutes(context: TwilioContext): Hono {
  const { config, phones, now } = context;
  const verifications = new Verifications(now);
  const createdAt = now();

  const send = ({ to, channel, code }: Verification) => {
    const spoken = channel === "call" ? [...code].join(", ") : code;
    const body = `Your ${brand} verification code is: ${spoken}. Don't share it with anyone.`;
    phones.receive(to, { from: "Verify", body, code, channel, at: now() });
  };
  const find = (c: Context, sidOrTo: string) => {
    const found = verifications.find(sidOrTo);
    if (!found) throw notFound(c.req.path.replace(/^\/v2/, ""));
    return found;
  };

  const service = new Hono()
    .get("/", (c) => c.json(serviceJson(config, createdAt)))
    .post("/Verifications", async (c) => {
      const { to, channel } = readRecipient(await readForm(c));
      const verification = verifications.start(to, channel);
      send(verification);
      return c.json(verificationJson(config, verification), 201);
    })
    .get("/Verifications/:sid", (c) =>
      c.json(verificationJson(config, find(c, c.req.param("sid")))),
    )
    .post("/Verifications/:sid", async (c) => {
      const status = (await readForm(c)).get("Status");
      if (status !== "approved" && status !== "canceled") throw invalid("Status");
      const settled = verifications.settle(find(c, c.req.param("sid")), status);
      return c.json(verificationJson(config, settled));
    })
    .post("/VerificationCheck", async (c) => {
      const form = await readForm(c);
      const subject = form.get("VerificationSid") ?? form.get("To");
      const code = form.get("Code") ?? "";
      if (!subject) throw invalid("To");
      if (!/^\d{4,10}$/.test(code)) throw invalid("Code");
      const checked = verifications.check(find(c, subject), code);
      return c.json({ ...common(config, checked), sna_attempts_error_codes: [] });
    });

  return new Hono()
    .get("/Services", (c) => pageMeta(c, origin, "services", [serviceJson(config, createdAt)]))
    .use("/Services/:serviceSid/*", async (c, next) => {
      if (c.req.param("serviceSid") !== config.verifyServiceSid) throw notFound(c.req.path);
      await next();
    })
    .route("/Services/:serviceSid", service);
}
