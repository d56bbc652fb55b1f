import { type Context, Hono } from "hono";
import type { TwilioContext } from "../context.ts";
import { iso8601 } from "../dates.ts";
import { notFound, TwilioError } from "../errors.ts";
import { pageMeta } from "../paging.ts";
import type { MessageChannel } from "../phones/phones.ts";
import { readForm } from "./form.ts";
import { isDialable } from "./numbers.ts";
import type { Verification } from "./verifications.ts";
import {
  serviceJson,
  type VerifyService,
  VerifyServices,
  verifyOrigin,
} from "./verify-services.ts";

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

/** The SIDs that everything of a service carries. */
interface Owner {
  account_sid: string;
  service_sid: string;
}

function common(owner: Owner, verification: Verification) {
  return {
    sid: verification.sid,
    ...owner,
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

function verificationJson(owner: Owner, verification: Verification) {
  return {
    ...common(owner, verification),
    lookup: {},
    send_code_attempts: verification.sends.map(({ sid, channel, at }) => ({
      attempt_sid: sid,
      channel: channel.toUpperCase(),
      time: iso8601(at),
    })),
    sna: null,
    url: `${verifyOrigin}/v2/Services/${owner.service_sid}/Verifications/${verification.sid}`,
  };
}

/** Verify v2: the services, their verifications and the checks of these. */
export function verifyRoutes(context: TwilioContext): Hono {
  const { config, phones, now } = context;
  const configured = { sid: config.verifyServiceSid, friendlyName: "Duet" };
  const services = new VerifyServices(configured, now);
  const json = (service: VerifyService) => serviceJson(config.accountSid, service);

  const send = ({ friendlyName }: VerifyService, { to, channel, code }: Verification) => {
    const spoken = channel === "call" ? [...code].join(", ") : code;
    const body = `Your ${friendlyName} verification code is: ${spoken}. Don't share it with anyone.`;
    phones.receive(to, { from: "Verify", body, code, channel, at: now() });
  };
  const missing = (c: Context) => notFound(c.req.path.replace(/^\/v2/, ""));
  const serviceOf = (c: Context) => {
    const service = services.get(c.req.param("serviceSid") ?? "");
    if (!service) throw missing(c);
    return service;
  };
  const ownerOf = (c: Context): Owner => ({
    account_sid: config.accountSid,
    service_sid: serviceOf(c).sid,
  });
  const find = (c: Context, sidOrTo: string) => {
    const found = serviceOf(c).verifications.find(sidOrTo);
    if (!found) throw missing(c);
    return found;
  };

  const service = new Hono()
    .get("/", (c) => c.json(json(serviceOf(c))))
    .post("/", async (c) => c.json(json(services.update(serviceOf(c), await readForm(c)))))
    .delete("/", (c) => {
      services.remove(serviceOf(c));
      return c.body(null, 204);
    })
    .post("/Verifications", async (c) => {
      const { to, channel } = readRecipient(await readForm(c));
      const { verifications, codeLength } = serviceOf(c);
      const verification = verifications.start(to, channel, codeLength);
      send(serviceOf(c), verification);
      return c.json(verificationJson(ownerOf(c), verification), 201);
    })
    .get("/Verifications/:sid", (c) =>
      c.json(verificationJson(ownerOf(c), find(c, c.req.param("sid")))),
    )
    .post("/Verifications/:sid", async (c) => {
      const status = (await readForm(c)).get("Status");
      if (status !== "approved" && status !== "canceled") throw invalid("Status");
      const settled = serviceOf(c).verifications.settle(find(c, c.req.param("sid")), status);
      return c.json(verificationJson(ownerOf(c), settled));
    })
    .post("/VerificationCheck", async (c) => {
      const form = await readForm(c);
      const subject = form.get("VerificationSid") ?? form.get("To");
      const code = form.get("Code") ?? "";
      if (!subject) throw invalid("To");
      if (!/^\d{4,10}$/.test(code)) throw invalid("Code");
      const checked = serviceOf(c).verifications.check(find(c, subject), code);
      return c.json({ ...common(ownerOf(c), checked), sna_attempts_error_codes: [] });
    });

  return new Hono()
    .get("/Services", (c) => pageMeta(c, verifyOrigin, "services", services.list().map(json)))
    .post("/Services", async (c) => c.json(json(services.create(await readForm(c))), 201))
    .route("/Services/:serviceSid", service);
}
