import { iso8601 } from "../dates.ts";
import { TwilioError } from "../errors.ts";
import { newSid } from "../sids.ts";
import { readWhole } from "./form.ts";
import { Verifications } from "./verifications.ts";

export const verifyOrigin = "https://verify.twilio.com";

/** What the owner of a Verify service may set. */
interface ServiceSettings {
  /** Stands in the texts: `Your ... verification code is`. */
  friendlyName: string;
  /** Digits, 4 to 10. */
  codeLength: number;
  lookupEnabled: boolean;
  psd2Enabled: boolean;
  skipSmsToLandlines: boolean;
  dtmfInputRequired: boolean;
  doNotShareWarningEnabled: boolean;
  customCodeEnabled: boolean;
}

/** A Verify service with its pending verifications; times in milliseconds since the epoch. */
export interface VerifyService extends ServiceSettings {
  sid: string;
  verifications: Verifications;
  dateCreated: number;
  dateUpdated: number;
}

const defaults: Omit<ServiceSettings, "friendlyName"> = {
  codeLength: 6,
  lookupEnabled: false,
  psd2Enabled: false,
  skipSmsToLandlines: false,
  dtmfInputRequired: true,
  doNotShareWarningEnabled: false,
  customCodeEnabled: false,
};

const switches = {
  lookupEnabled: "LookupEnabled",
  psd2Enabled: "Psd2Enabled",
  skipSmsToLandlines: "SkipSmsToLandlines",
  dtmfInputRequired: "DtmfInputRequired",
  doNotShareWarningEnabled: "DoNotShareWarningEnabled",
  customCodeEnabled: "CustomCodeEnabled",
} as const;

const invalid = (parameter: string) =>
  new TwilioError(400, 60200, `Invalid parameter: ${parameter}`);

/** @throws TwilioError 60200 for a name that is too long or has more than four digits in it */
function readName(form: URLSearchParams, before: string | undefined): string {
  const name = form.get("FriendlyName") ?? before ?? "";
  if (!name || name.length > 30 || name.replace(/\D/g, "").length > 4)
    throw invalid("FriendlyName");
  return name;
}

/** The settings that a form names; what it leaves out stays as in `before`. */
function readSettings(form: URLSearchParams, before?: ServiceSettings): ServiceSettings {
  const settings = { ...defaults, ...before, friendlyName: readName(form, before?.friendlyName) };
  const codeLength = readWhole(form, "CodeLength", { from: 4, to: 10, code: 60200 });
  for (const [field, name] of Object.entries(switches)) {
    if (form.has(name)) Object.assign(settings, { [field]: form.get(name) === "true" });
  }
  return { ...settings, codeLength: codeLength ?? settings.codeLength };
}

/** The account's Verify services: the configured one, and what is created beside it. */
export class VerifyServices {
  readonly #services = new Map<string, VerifyService>();
  readonly #now: () => number;

  /** @param configured SID and name of the service that is there from the beginning */
  constructor(configured: { sid: string; friendlyName: string }, now: () => number) {
    this.#now = now;
    const { sid, friendlyName } = configured;
    this.#keep(sid, { ...defaults, friendlyName, doNotShareWarningEnabled: true });
  }

  list(): VerifyService[] {
    return [...this.#services.values()];
  }

  get(sid: string): VerifyService | undefined {
    return this.#services.get(sid);
  }

  /** @throws TwilioError 60200 naming the parameter that is wrong */
  create(form: URLSearchParams): VerifyService {
    return this.#keep(newSid("VA"), readSettings(form));
  }

  /** @throws TwilioError 60200 naming the parameter that is wrong */
  update(service: VerifyService, form: URLSearchParams): VerifyService {
    return Object.assign(service, readSettings(form, service), { dateUpdated: this.#now() });
  }

  /** Its pending verifications are gone with it. */
  remove({ sid }: VerifyService): void {
    this.#services.delete(sid);
  }

  #keep(sid: string, settings: ServiceSettings): VerifyService {
    const now = this.#now();
    const verifications = new Verifications(this.#now);
    const service = { ...settings, sid, verifications, dateCreated: now, dateUpdated: now };
    this.#services.set(sid, service);
    return service;
  }
}

/** @see https://www.twilio.com/docs/verify/api/service */
export function serviceJson(accountSid: string, service: VerifyService) {
  const url = `${verifyOrigin}/v2/Services/${service.sid}`;
  return {
    sid: service.sid,
    account_sid: accountSid,
    friendly_name: service.friendlyName,
    code_length: service.codeLength,
    lookup_enabled: service.lookupEnabled,
    psd2_enabled: service.psd2Enabled,
    skip_sms_to_landlines: service.skipSmsToLandlines,
    dtmf_input_required: service.dtmfInputRequired,
    tts_name: null,
    do_not_share_warning_enabled: service.doNotShareWarningEnabled,
    custom_code_enabled: service.customCodeEnabled,
    push: null,
    totp: null,
    whatsapp: null,
    passkeys: null,
    default_template_sid: null,
    verify_event_subscription_enabled: false,
    date_created: iso8601(service.dateCreated),
    date_updated: iso8601(service.dateUpdated),
    url,
    links: {
      verifications: `${url}/Verifications`,
      verification_checks: `${url}/VerificationCheck`,
    },
  };
}
